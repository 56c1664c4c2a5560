// What a settlement grants, with everything that was taken off on the way.
namespace BudgetSim.Allocation.Settlement;

/// <summary>One claim's outcome: <see cref="Yuan"/>, below 2^62, is a lower bound and not an amount if it is undetermined.</summary>
public readonly record struct Award
{
    // The flag stands in the lowest bit, so that a year's awards take eight bytes each.
    private readonly long _packed;

    /// <summary>An outcome in whole yuan, below 2^62 in absolute value.</summary>
    public Award(long yuan, bool isUndetermined) => _packed = checked(yuan * 2) | (isUndetermined ? 1L : 0L);

    /// <summary>Whole yuan.</summary>
    public long Yuan => _packed >> 1;

    /// <summary>Whether the text does not state the amount.</summary>
    public bool IsUndetermined => (_packed & 1) != 0;
}
