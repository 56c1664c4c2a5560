// What it takes to repeat a run, line by line.
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Pages;

/// <summary>One line of what it takes to repeat the run: seed, version, hash of an input.</summary>
public sealed record ManifestEntry(Text Name, string Value);
