// The facts that the fixed steps of an assessment read by themselves, by their vocabulary names.
using BudgetSim.Core.Terms;

namespace BudgetSim.Policy.Entitlements;

/// <summary>Names of history facts and decisions; they are read by steps, not by expressions.</summary>
public static class FactNames
{
    public const string AlreadyPaid = "already_paid";
    public const string ExclusiveAwardTaken = "exclusive_award_taken";
    public const string OtherLevelAwardPaid = "other_level_award_paid";
    public const string AssessedAmount = "assessed_amount";
    public const string PayoutRatio = "payout_ratio";
    public const string UpliftBudgetLeft = "uplift_budget_left";
    public const string UpliftBudgetUnlimited = "uplift_budget_unlimited";
    /// <summary>What the names of facts about the highest value of earlier years begin with.</summary>
    public const string HighestBefore = "prior_max_";

    public const string TreatDraftAsInForce = "treat_draft_as_in_force";

    /// <summary>What was paid before inside a ceiling of this scope; null for group ceilings, which have no history.</summary>
    public static string? Paid(CapScope scope) => scope switch
    {
        CapScope.Item => "paid_for_item",
        CapScope.Event => "paid_for_event",
        CapScope.Project => "paid_for_project",
        CapScope.EnterpriseLifetime => "paid_lifetime",
        CapScope.Group => null,
        _ => "paid_this_year",
    };

    /// <summary>The principal that was subsidised before inside a principal ceiling of this scope.</summary>
    public static string PrincipalSubsidised(CapScope scope) =>
        scope == CapScope.EnterpriseLifetime ? "principal_subsidised_lifetime" : "principal_subsidised_this_year";
}
