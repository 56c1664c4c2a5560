// What a cohort claims under a measure that is not in the pool's file.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>
/// The cohort called <paramref name="Cohort"/> also claims under <paramref name="Measure"/>; <paramref name="Terms"/> is its take-up, or a
/// mapping like an element of the list <c>claims</c> of a pool without its measure.
/// </summary>
public sealed record AddedClaim(string Measure, string Cohort, DataNode Terms, Place Where);
