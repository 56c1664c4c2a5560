// How a fund is to be split over clauses before the year, against simulated demand.
using System.Collections.Immutable;

namespace BudgetSim.Allocation.FundSplit;

/// <summary>What a split makes as small as possible.</summary>
public enum SplitAim
{
    /// <summary>The mean over the samples of what the clauses fall short.</summary>
    ExpectedShortfall,

    /// <summary>The mean of the worst samples only: those beyond the level (Rockafellar and Uryasev 2000).</summary>
    ConditionalValueAtRisk,
}

/// <summary>One clause: at least <paramref name="Floor"/> and at most <paramref name="Ceiling"/> whole yuan of the fund.</summary>
public sealed record SplitClause(string Id, long Floor, long Ceiling)
{
    /// <summary>
    /// The ceiling of a clause that has none, 2^53 yuan; a ceiling at the fund would bind as soon as the fund is a yuan larger.
    /// </summary>
    public const long NoCeiling = 1L << 53;
}

/// <summary>
/// A fund of whole yuan, its clauses, and demand [sample, clause] in whole yuan (from 0). <see cref="Level"/> (0 to below 1) is used by
/// the conditional value at risk only. Of its share a clause may hand over at most <see cref="TransferShare"/> (0: no transfers,
/// 1: all of it) to other clauses once demand is known.
/// </summary>
public sealed record FundSplitProblem(long Fund, ImmutableArray<SplitClause> Clauses, long[,] Demand)
{
    /// <summary>What is made small.</summary>
    public SplitAim Aim { get; init; } = SplitAim.ExpectedShortfall;

    /// <summary>0.95 means the worst twentieth.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>0 to 1.</summary>
    public double TransferShare { get; init; }

    /// <summary>How many samples.</summary>
    public int Samples => Demand.GetLength(0);

    /// <summary>Whether every clause can be looked at by itself, so that sorting solves it exactly.</summary>
    public bool IsSeparable => Aim == SplitAim.ExpectedShortfall && TransferShare == 0;
}
