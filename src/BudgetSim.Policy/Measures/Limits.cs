// What limits or binds the money of a measure: ceilings, principal ceilings, quotas, exclusions, top-ups, payers.
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Measures;

/// <summary>Whether an amount is money that leaves a budget, and if not, what it is.</summary>
public enum LedgerEffect
{
    Award,
    PoolLimit,
    SetAside,
    Deeming,
    OffBudget,
    Restated,
}

/// <summary>
/// A ceiling on money in yuan: "per what, per when", and the measures that draw on the same ceiling.
/// <paramref name="RenewsYearly"/> holds for scopes whose text adds "a year".
/// </summary>
public sealed record MoneyCap(Expression Amount, CapScope Per, bool RenewsYearly, IReadOnlyList<string> SharedWith)
{
    /// <summary>Whether the awards under it are cut in proportion when they exceed it, and not in the order of the claims.</summary>
    public bool CutsProRata { get; init; }
}

/// <summary>A ceiling on the loan principal that is subsidised: it cuts the attribute before the formula runs.</summary>
public sealed record PrincipalCap(string Attribute, Expression Amount, CapScope Per, IReadOnlyList<string> SharedWith);

/// <summary>At most <paramref name="Count"/> winners by rank from 1; without <paramref name="RankBy"/> a target that is not tested.</summary>
public sealed record Quota(Expression Count, string Per, string? RankBy, string Note);

/// <summary>More money than the formula under a condition, before the ceilings: factor 1.5 means half as much again.</summary>
public sealed record Uplift(Expression Factor, Expression When, string Source);

/// <summary>A government level's part of an award; a share of null is not stated in the text.</summary>
public sealed record PayerShare(string Payer, Expression? Share, Expression? When, bool IsStated);

/// <summary>Awards of one claimant that do not go together with this measure's, and the article that says so.</summary>
public sealed record Exclusion(IReadOnlyList<string> With, ExclusionKey Key, Keep Keep, string Source);

/// <summary>The measure pays only the difference to what the named measures already paid for the same object.</summary>
public sealed record TopUp(IReadOnlyList<string> With);

/// <summary>Who goes first when a budget line is short.</summary>
public sealed record Priority(Expression When, string First, string Budget, string Source);

/// <summary>The window of dates in which a measure pays, both ends included, and the attribute that is tested.</summary>
public sealed record Validity(string? From, string? To, string DateAttribute);

/// <summary>A point the text leaves open: its options by letter, the default, and whether choosing another one changes anything here.</summary>
public sealed record Reading(string Code, Bilingual Point, IReadOnlyDictionary<string, Bilingual> Options, string Default, bool IsSwitch);
