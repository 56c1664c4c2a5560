// Reads what limits or binds the money of a measure.
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Policies;

/// <summary>Ceilings, quotas, exclusions, payers and the like.</summary>
internal static class LimitReader
{
    internal static readonly Dictionary<string, CapScope> Scopes = new()
    {
        ["item"] = CapScope.Item,
        ["event"] = CapScope.Event,
        ["project"] = CapScope.Project,
        ["enterprise-year"] = CapScope.EnterpriseYear,
        ["enterprise-lifetime"] = CapScope.EnterpriseLifetime,
        ["park"] = CapScope.Park,
        ["programme-year"] = CapScope.ProgrammeYear,
        ["group"] = CapScope.Group,
    };

    internal static readonly Dictionary<string, ExclusionKey> Keys = new()
    {
        ["project"] = ExclusionKey.Project,
        ["project-year"] = ExclusionKey.ProjectYear,
        ["loan"] = ExclusionKey.Loan,
        ["equipment"] = ExclusionKey.Equipment,
        ["standard"] = ExclusionKey.Standard,
        ["enterprise-year"] = ExclusionKey.EnterpriseYear,
    };

    internal static readonly Dictionary<string, Keep> Keeps = new()
    {
        ["highest"] = Keep.Highest,
        ["other"] = Keep.Other,
        ["this"] = Keep.This,
    };

    internal static readonly Dictionary<string, bool> Cuts = new() { ["in-order"] = false, ["pro-rata"] = true };

    internal static readonly Dictionary<string, bool> Periods = new() { ["lifetime"] = false, ["year"] = true };

    public static MoneyCap Cap(NodeReader cap, string document) => new(
        cap.Expression("amount"),
        cap.Choice("per", Scopes),
        cap.OptionalChoice("period", Periods, fallback: false),
        PolicyFields.References(cap, "shared_with", document))
    {
        CutsProRata = cap.OptionalChoice("shortage", Cuts, fallback: false),
    };

    public static PrincipalCap PrincipalCap(NodeReader cap, string document) => new(
        cap.Text("attribute"),
        cap.Expression("amount"),
        cap.Choice("per", Scopes),
        PolicyFields.References(cap, "shared_with", document));

    public static Quota Quota(NodeReader quota)
    {
        // For the reader of the file; nothing is computed from them.
        _ = (quota.Text("per"), quota.OptionalText("note"));
        return new Quota(quota.Expression("count"), quota.OptionalText("rank_by"));
    }

    public static Uplift Uplift(NodeReader uplift) =>
        new(uplift.Expression("factor"), uplift.Expression("when"), uplift.Text("source"));

    public static PayerShare Payer(NodeReader payer) => new(
        payer.Text("payer"),
        Share(payer),
        payer.OptionalExpression("when"),
        payer.OptionalText("basis") == "stated");

    public static Exclusion Exclusion(NodeReader exclusion, string document) => new(
        PolicyFields.References(exclusion, "with", document),
        exclusion.Choice("key", Keys),
        exclusion.Choice("keep", Keeps),
        exclusion.Text("source"));

    public static TopUp TopUp(NodeReader topUp, string document)
    {
        _ = topUp.Has("key");
        return new TopUp(PolicyFields.References(topUp, "with", document));
    }

    public static Priority Priority(NodeReader priority) =>
        new(priority.Expression("when"), priority.Text("first"), priority.Text("budget"), priority.Text("source"));

    // Shares are numbers as people write them (50%), not expressions.
    private static Expression? Share(NodeReader payer) =>
        payer.Child("share") is { } share ? new Expression.Literal(share.Where, Value.Of(share.AsNumber())) : null;
}
