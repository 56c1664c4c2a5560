// What the settlement must know of a measure: how its claims limit and exclude each other.

namespace BudgetSim.Allocation.Settlement;

/// <summary>How claims of one measure are settled. <see cref="Fund"/> is an index into the funds of the settlement, -1 if none.</summary>
public sealed record MeasureTerms(string Id)
{
    /// <summary>Whether its awards leave a budget; others take no part in funds, payers and totals.</summary>
    public bool IsOutlay { get; init; } = true;

    /// <summary>Whether the authority may pay less than the computed figure.</summary>
    public bool IsCeiling { get; init; }

    /// <summary>What makes two claims the same; empty if the award may be repeated.</summary>
    public IReadOnlyList<OnceKey> OnceKeys { get; init; } = [];

    /// <summary>
    /// Whether a claim of an earlier year under the same words leaves nothing for those of later years; claims of one year are not
    /// compared.
    /// </summary>
    public bool PaysFirstYearOnly { get; init; }

    /// <summary>The ceilings, in the order in which they are applied.</summary>
    public IReadOnlyList<CapTerms> Caps { get => CapArray; init => CapArray = value as CapTerms[] ?? [.. value]; }

    /// <summary>The ceilings on principal.</summary>
    public IReadOnlyList<CapTerms> PrincipalCaps { get; init; } = [];

    /// <summary>The awards it does not go together with.</summary>
    public IReadOnlyList<ExclusionTerms> Exclusions
    {
        get => ExclusionArray;
        init => ExclusionArray = value as ExclusionTerms[] ?? [.. value];
    }

    /// <summary>The measures (by index) to whose awards this one only adds the difference.</summary>
    public IReadOnlyList<int> TopsUp { get; init; } = [];

    /// <summary>The fund that pays, by index; -1 if none.</summary>
    public int Fund { get; init; } = -1;

    /// <summary>The uplift multiplies the capped amount and exceeds the ceiling.</summary>
    public bool UpliftsAfterCaps { get; init; }

    /// <summary>Ceilings per enterprise bind uplifted claims per project only.</summary>
    public bool UpliftCapsPerProject { get; init; }

    /// <summary>The ceilings as the settlement walks them, claim after claim.</summary>
    internal CapTerms[] CapArray { get; private init; } = [];

    /// <summary>The exclusions as the settlement walks them.</summary>
    internal ExclusionTerms[] ExclusionArray { get; private init; } = [];
}
