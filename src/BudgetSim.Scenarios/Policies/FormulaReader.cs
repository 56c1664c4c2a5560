// Reads how the amount of a measure is worked out; the written kind decides which fields there are.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Policies;

/// <summary>One reader per kind.</summary>
internal static class FormulaReader
{
    private static readonly Dictionary<string, Func<NodeReader, Formula>> Kinds = new()
    {
        ["fixed"] = Stated,
        ["earmark"] = Stated,
        ["pooled-discretionary"] = Stated,
        ["uplift"] = Stated,
        ["tiered"] = Tiered,
        ["bracket"] = Brackets,
        ["ranked"] = entry => entry.Has("tiers") ? Tiered(entry) : Stated(entry),
        ["rate"] = Shares,
        ["match"] = Match,
        ["insurance-premium-share"] = Shares,
        ["tax-share"] = Shares,
        ["interest-subsidy"] = entry => entry.Has("principal") ? Interest(entry) : Stated(entry),
        ["per-unit"] = PerUnit,
        ["per-kWh"] = entry => new Formula.PerUnit([Unit(entry)]),
        ["restated"] = entry => new Formula.Nothing(entry.Where),
        ["deeming"] = entry => new Formula.Nothing(entry.Where),
    };

    private static readonly string[] RowKeys = ["tiers", "parts", "least_of", "brackets", "units"];

    /// <summary>The kinds a measure may have.</summary>
    public static IReadOnlyCollection<string> KnownKinds => Kinds.Keys;

    public static Formula Read(NodeReader entry, string kind)
    {
        if (Kinds.TryGetValue(kind, out var read)) return WithRows(entry, read(entry));
        entry.Report(Diagnostic.Error(
            entry.Where, "BS110", $"unknown kind '{kind}'; the kinds are {string.Join(", ", Kinds.Keys)}",
            NearestName.Hint(kind, Kinds.Keys)));
        _ = entry.Keys().All(entry.Has);
        return new Formula.Nothing(entry.Where);
    }

    // A formula without a row has no amount; where the rows are missing altogether that was reported before.
    private static Formula WithRows(NodeReader entry, Formula formula)
    {
        var isEmpty = formula is Formula.Shares { Parts.Count: 0 } or Formula.LeastShare { Parts.Count: 0 }
            or Formula.Brackets { Rows.Count: 0 } or Formula.PerUnit { Units.Count: 0 } or Formula.Tiered { Tiers.Count: 0 };
        if (!isEmpty) return formula;
        if (Array.Find(RowKeys, entry.Has) is { } key)
            entry.Report(Diagnostic.Error(entry.Child(key)!.Where, "BS140", $"{key} is empty, expected at least one row"));
        return new Formula.Nothing(entry.Where);
    }

    private static Formula.Stated Stated(NodeReader entry) => new(entry.Expression("amount"));

    private static Formula.Tiered Tiered(NodeReader entry) => new(
        entry.List("tiers", tier => new Tier(tier.Expression("when"), tier.Expression("amount"))),
        entry.OptionalExpression("otherwise") ?? new Expression.Literal(entry.Where, Value.Of(0L)));

    private static Formula Match(NodeReader entry)
    {
        if (entry.Has("amount")) return Stated(entry);
        return entry.Has("least_of") ? new Formula.LeastShare(entry.List("least_of", Share)) : Shares(entry);
    }

    private static Formula.Shares Shares(NodeReader entry) =>
        new(entry.Has("parts") ? entry.List("parts", Share) : [Share(entry)]);

    private static Share Share(NodeReader part) => new(part.Expression("rate"), part.Expression("base"));

    private static Formula.Brackets Brackets(NodeReader entry) => new(
        entry.Expression("of"),
        entry.OptionalExpression("base"),
        entry.List("brackets", row => new Bracket(row.Expression("from"), row.OptionalExpression("to"), row.Expression("rate"))),
        entry.Choice("mode", new Dictionary<string, bool> { ["cliff"] = false, ["marginal"] = true }));

    private static Formula.Interest Interest(NodeReader entry) =>
        new(entry.Expression("principal"), entry.Expression("rate"), entry.Expression("months"));

    private static Formula.PerUnit PerUnit(NodeReader entry) => new(entry.List("units", Unit));

    private static UnitAmount Unit(NodeReader unit) => new(unit.Expression("amount"), unit.Expression("count"));
}
