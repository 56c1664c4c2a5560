// A split of a fund with its price and its proof.
using System.Collections.Immutable;
using BudgetSim.Allocation.Optimization;

namespace BudgetSim.Allocation.FundSplit;

/// <summary>
/// What one more yuan in the fund saves (<paramref name="More"/>) and one yuan less costs (<paramref name="Less"/>), in yuan of the aim,
/// both from 0; null where the floors need the whole fund, so that no yuan can be spared. Where they differ the price of the fund is not
/// unique.
/// </summary>
public sealed record ShadowPrice(double More, double? Less)
{
    // Far above what a solver's double arithmetic leaves, far below what one replication of many weighs.
    private const double Noise = 1e-6;

    /// <summary>Whether both are the same, or only one exists.</summary>
    public bool IsUnique => Less is not { } less || Math.Abs(More - less) <= Noise * Math.Max(1, less);
}

/// <summary>
/// <see cref="Amounts"/> [clause] in whole yuan (empty without a solution), which with <see cref="Unallocated"/> (more than all ceilings)
/// sum to the fund. <see cref="Objective"/> is the aim of these whole amounts over the samples; <see cref="Bound"/>: nothing is below it.
/// </summary>
public sealed record FundSplitAnswer(SolverStatus Status, ImmutableArray<long> Amounts, double Objective, double Bound)
{
    /// <summary>What no clause may take.</summary>
    public long Unallocated { get; init; }

    /// <summary>The price of the fund; null where it is not known.</summary>
    public ShadowPrice? Price { get; init; }

    /// <summary>Whether this is the only best split; null where it was not examined.</summary>
    public bool? IsUnique { get; init; }

    /// <summary><c>sorting</c> or the name of the solver.</summary>
    public string Method { get; init; } = "";

    /// <summary>Why there is no answer or no proof.</summary>
    public string Message { get; init; } = "";
}
