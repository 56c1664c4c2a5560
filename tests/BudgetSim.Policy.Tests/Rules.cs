// A small vocabulary and measures over it, for tests that need no file.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Policy.Vocabularies;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Policy.Tests;

internal static class Rules
{
    public static Place Here { get; } = new("f", 1, 1);

    public static Vocabulary Words { get; } = new(
    [
        Fact("event_date", AttributeType.Date),
        Fact("money", AttributeType.Money),
        Fact("count", AttributeType.Count),
        Fact("principal", AttributeType.Money),
        Fact("months", AttributeType.Months),
        Fact("rank", AttributeType.Count),
        Fact("unknown_money", AttributeType.Money),
        Fact("unknown_truth", AttributeType.Truth),
        Fact("is_sme", AttributeType.Truth, Value.False),
        new Attribute(
            "grade",
            "enterprise",
            AttributeType.Choice,
            "",
            ["province", "city"],
            Value.Null,
            new Bilingual("级别", "grade"),
            IsParameter: false),
        Fact(FactNames.AlreadyPaid, AttributeType.Truth, Value.False),
        Fact(FactNames.ExclusiveAwardTaken, AttributeType.Truth, Value.False),
        Fact(FactNames.AssessedAmount, AttributeType.Money),
        Fact(FactNames.PayoutRatio, AttributeType.Share, Value.Of(Fraction.One)),
        Fact(FactNames.UpliftBudgetLeft, AttributeType.Money),
        Fact(FactNames.UpliftBudgetUnlimited, AttributeType.Truth, Value.False),
        Fact(FactNames.TreatDraftAsInForce, AttributeType.Truth, Value.False),
        Fact(FactNames.OtherLevelAwardPaid, AttributeType.Money, Value.Of(Fraction.Zero)),
        Fact("paid_this_year", AttributeType.Money, Value.Of(Fraction.Zero)),
        Fact("principal_subsidised_this_year", AttributeType.Money, Value.Of(Fraction.Zero)),
    ]);

    /// <summary>A measure that pays 100 yuan to everyone; tests change what they are about.</summary>
    public static Measure Grant { get; } = new()
    {
        Id = "doc/m",
        At = Here,
        Document = "doc",
        Article = "art. 1",
        Title = new Bilingual("奖励", "grant"),
        Kind = "fixed",
        Formula = new Formula.Stated(Parse("100")),
        Effect = LedgerEffect.Award,
        Subject = "enterprise",
        Trigger = "apply",
        Validity = new Validity("2026-01-01", "2026-12-31", "event_date"),
        Figures = new Dictionary<string, Value>(),
        When = Parse("true"),
        Fund = "fund",
    };

    public static Expression Parse(string text) => ExpressionParser.Parse(text, Here).Value ?? throw new InvalidOperationException(text);

    public static CompiledMeasure Compile(Measure measure, bool isDraft = false)
    {
        var faults = new List<Diagnostic>();
        var compiled = CompiledMeasure.From(measure, Words, isDraft, treatsDraftAsInForce: true, faults);
        Assert.Empty(faults);
        return compiled;
    }

    public static IReadOnlyList<Diagnostic> FaultsOf(Measure measure)
    {
        var faults = new List<Diagnostic>();
        CompiledMeasure.From(measure, Words, isDraft: false, treatsDraftAsInForce: true, faults);
        return faults;
    }

    /// <summary>The value of an expression when nothing is known but the facts given.</summary>
    public static Value ValueOf(string text, params (string Name, Value Value)[] facts)
    {
        var compiled = Compile(Grant with
        {
            When = Parse(string.Join(" or ", Names(text).Select(name => $"{name} != null").Append("true"))),
        });
        return compiled.Read(Parse(text), compiled.Frame(facts.ToDictionary(fact => fact.Name, fact => fact.Value)));
    }

    public static Entitlement Entitle(Measure measure, params (string Name, Value Value)[] facts)
    {
        var compiled = Compile(measure);
        return BudgetSim.Policy.Entitlements.Entitle
            .FromFacts(compiled, compiled.Frame(facts.ToDictionary(fact => fact.Name, fact => fact.Value)));
    }

    public static Value Number(long number) => Value.Of((Fraction)number);

    private static IEnumerable<string> Names(string text) => ExpressionNames.In(Parse(text)).Distinct();

    private static Attribute Fact(string name, AttributeType type, Value fallback = default) =>
        new(name, "enterprise", type, type == AttributeType.Money ? "yuan" : "", [], fallback, new Bilingual("", name), IsParameter: false);
}
