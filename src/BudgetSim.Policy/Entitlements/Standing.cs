// Where a claim stands after the rules were read.
namespace BudgetSim.Policy.Entitlements;

/// <summary>Where a claim stands after the rules were read, and why.</summary>
public enum Standing
{
    /// <summary>The rules give an amount.</summary>
    Entitled,

    /// <summary>The date lies outside the measure's validity: 0.</summary>
    OutsideValidity,

    /// <summary>The document is a draft and drafts are not treated as in force: 0.</summary>
    DraftNotInForce,

    /// <summary>A condition does not hold: 0.</summary>
    NotEligible,

    /// <summary>The once rule is used up: 0.</summary>
    AlreadyPaid,

    /// <summary>An award that excludes this one was taken: 0.</summary>
    ExclusiveAwardTaken,

    /// <summary>The rank lies outside the quota: 0.</summary>
    OutsideQuota,

    /// <summary>The rank is not known: undetermined.</summary>
    RankMissing,

    /// <summary>A required fact is not known: undetermined.</summary>
    FactMissing,

    /// <summary>The text states no amount and none was decided, or a fact of the formula is not known: undetermined.</summary>
    AmountNotKnown,
}
