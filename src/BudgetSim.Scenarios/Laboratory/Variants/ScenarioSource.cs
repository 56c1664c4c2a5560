// Where the scenarios of a laboratory command are read from.
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Where policy documents are read and what the command line adds to every scenario.</summary>
public sealed record ScenarioSource(string Seeds, ScenarioOverrides Overrides);
