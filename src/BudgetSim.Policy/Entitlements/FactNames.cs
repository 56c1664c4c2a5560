// The facts that the fixed steps of an assessment read by themselves, by their vocabulary names.
using BudgetSim.Core.Terms;

namespace BudgetSim.Policy.Entitlements;

/// <summary>Names of history facts and decisions; they are read by steps, not by expressions.</summary>
public static class FactNames
{
    /// <summary>Whether a once rule is used up.</summary>
    public const string AlreadyPaid = "already_paid";

    /// <summary>Whether an award that excludes this one was taken before.</summary>
    public const string ExclusiveAwardTaken = "exclusive_award_taken";

    /// <summary>What other levels of the same ladder paid, in yuan.</summary>
    public const string OtherLevelAwardPaid = "other_level_award_paid";

    /// <summary>What the authority assessed, in yuan.</summary>
    public const string AssessedAmount = "assessed_amount";

    /// <summary>The part of a ceiling that is paid, 0 to 1.</summary>
    public const string PayoutRatio = "payout_ratio";

    /// <summary>What is left for the extra of an uplift, in yuan.</summary>
    public const string UpliftBudgetLeft = "uplift_budget_left";

    /// <summary>Whether that budget has no end.</summary>
    public const string UpliftBudgetUnlimited = "uplift_budget_unlimited";

    /// <summary>What the names of facts about the highest value of earlier years begin with.</summary>
    public const string HighestBefore = "prior_max_";

    /// <summary>Whether a draft counts as if it were in force.</summary>
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
