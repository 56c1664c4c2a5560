// A split of a fund with its price and its proof.
using System.Collections.Immutable;
using BudgetSim.Allocation.Optimization;

namespace BudgetSim.Allocation.FundSplit;

/// <summary>
/// What one more yuan in the fund saves (<paramref name="More"/>) and one yuan less costs (<paramref name="Less"/>), in yuan of the aim.
/// Where they differ the price of the fund is not unique.
/// </summary>
public sealed record ShadowPrice(double More, double Less)
{
    /// <summary>Whether both are the same.</summary>
    public bool IsUnique => Math.Abs(More - Less) <= 1e-9 * Math.Max(1, Math.Abs(Less));
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
