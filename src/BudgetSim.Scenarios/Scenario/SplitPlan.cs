// How a scenario wants a fund split over its clauses before the year starts.
using BudgetSim.Allocation.FundSplit;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>The least or most yuan of the fund that a clause gets, and where the scenario says so.</summary>
public sealed record SplitBound(Fraction Yuan, Place Where);

/// <summary>The part <c>split</c> of a scenario; floors and ceilings by measure id.</summary>
public sealed record SplitPlan(
    string Fund, IReadOnlyDictionary<string, SplitBound> Floors, IReadOnlyDictionary<string, SplitBound> Ceilings)
{
    /// <summary>What the split makes as small as possible.</summary>
    public SplitAim Aim { get; init; }

    /// <summary>Which years count as the worst, 0 to below 1: 0.95 means the worst twentieth.</summary>
    public double Level { get; init; }

    /// <summary>The part of its money that a clause may hand over to others once the claims are known, 0 to 1.</summary>
    public double TransferShare { get; init; }

    /// <summary>Where the scenario says it.</summary>
    public required Place Where { get; init; }

    /// <summary>The problem of splitting <paramref name="fund"/> yuan over clauses with a demand of [sample, clause].</summary>
    internal FundSplitProblem Problem(long fund, IReadOnlyList<string> clauses, long[,] demand) =>
        new(
            fund,
            [.. clauses.Select(id => new SplitClause(id, Yuan(Floors, id) ?? 0, Yuan(Ceilings, id) ?? SplitClause.NoCeiling))],
            demand)
        {
            Aim = Aim,
            Level = Level,
            TransferShare = TransferShare,
        };

    private static long? Yuan(IReadOnlyDictionary<string, SplitBound> bounds, string id) =>
        bounds.TryGetValue(id, out var bound) ? (long)bound.Yuan.Floor() : null;
}
