// What became of one worked example.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Cases;

/// <summary>One worked example: passed if there is no difference and no fault.</summary>
public sealed record CaseOutcome(string CaseId, Place Where, IReadOnlyList<string> Differences)
{
    /// <summary>Whether everything that was expected came out.</summary>
    public bool Passed => Differences.Count == 0;
}
