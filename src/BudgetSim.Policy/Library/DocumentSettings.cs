// How a document's claims are settled where its wording leaves it open; readings switch these.
using BudgetSim.Core.Terms;

namespace BudgetSim.Policy.Library;

/// <summary>What a short fund of the document does.</summary>
public enum ShortageSetting
{
    /// <summary>The fund's own rule.</summary>
    ByFundRule,

    /// <summary>Exact amounts first, ceilings share the rest pro rata.</summary>
    ProRataCeilings,

    /// <summary>In claim order until the fund is used.</summary>
    Selection,
}

/// <summary>The settings of one document; the defaults are the register's default readings.</summary>
public sealed record DocumentSettings
{
    /// <summary>What a short fund does.</summary>
    public ShortageSetting Shortage { get; init; }

    /// <summary>How rival lanes of a project are chosen.</summary>
    public LaneChoiceRule LaneChoice { get; init; }

    /// <summary>The uplift multiplies the capped amount and so exceeds the ceiling, instead of coming before it.</summary>
    public bool UpliftsAfterCaps { get; init; }

    /// <summary>Ceilings per enterprise bind uplifted claims per project only.</summary>
    public bool UpliftCapsPerProject { get; init; }

    /// <summary>In years without a stated or entered appropriation the funds whose sizes the text states pay nothing.</summary>
    public bool PaysOnlyFundedYears { get; init; }

    /// <summary>Whether a draft is evaluated as if it were in force.</summary>
    public bool TreatsDraftAsInForce { get; init; } = true;
}
