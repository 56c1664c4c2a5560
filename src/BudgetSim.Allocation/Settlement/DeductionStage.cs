// The steps of a settlement that can take money off a claim.

namespace BudgetSim.Allocation.Settlement;

/// <summary>What took money off a claim, in the order of the settlement.</summary>
public enum DeductionStage : byte
{
    /// <summary>The rank lies beyond the quota.</summary>
    Quota,

    /// <summary>The award is paid once, and an earlier claim had it.</summary>
    OnceRule,

    /// <summary>Another award of the claimant excludes it.</summary>
    Exclusion,

    /// <summary>The project goes another lane.</summary>
    LaneChoice,

    /// <summary>The loan is subsidised by another measure.</summary>
    LoanExclusion,

    /// <summary>Principal above a ceiling earns nothing.</summary>
    PrincipalCap,

    /// <summary>The uplift's budget is used up.</summary>
    UpliftBudget,

    /// <summary>A ceiling that this claim meets alone.</summary>
    OwnCap,

    /// <summary>A ceiling that earlier claims used part of.</summary>
    SharedCap,

    /// <summary>The authority pays less than the ceiling.</summary>
    Discretion,

    /// <summary>Other levels of the same ladder paid part of it.</summary>
    TopUp,

    /// <summary>Another policy pays for the same matter.</summary>
    OtherPolicy,

    /// <summary>What lies below a whole yuan.</summary>
    Rounding,

    /// <summary>A ceiling over several claimants.</summary>
    GroupCap,

    /// <summary>A budget line is too small.</summary>
    BudgetLine,

    /// <summary>The fund is too small.</summary>
    Fund,

    /// <summary>It waits for money of a later year.</summary>
    Carried,
}
