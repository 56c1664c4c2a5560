// The steps of a settlement that can take money off a claim.
namespace BudgetSim.Allocation.Settlement;

/// <summary>What took money off a claim, in the order of the settlement.</summary>
public enum DeductionStage : byte
{
    Quota,
    OnceRule,
    Exclusion,
    LaneChoice,
    LoanExclusion,
    PrincipalCap,
    UpliftBudget,
    OwnCap,
    SharedCap,
    Discretion,
    TopUp,
    OtherPolicy,
    Rounding,
    GroupCap,
    BudgetLine,
    Fund,
    Carried,
}
