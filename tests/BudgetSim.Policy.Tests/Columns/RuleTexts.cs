// A small vocabulary and measures written for the column tests.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Policy.Vocabularies;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Policy.Tests.Columns;

/// <summary>Measures from expressions as text.</summary>
internal static class RuleTexts
{
    private static readonly Place Here = Place.Of("test");

    public static Vocabulary Vocabulary { get; } = new(
    [
        Fact("investment", AttributeType.Money, Value.Of(0L)), Fact("loan_principal", AttributeType.Money, Value.Of(0L)),
        Fact("loan_months", AttributeType.Months, Value.Of(0L)), Fact("cloud_fee", AttributeType.Money, Value.Null),
        Fact("machines", AttributeType.Count, Value.Of(0L)), Fact("interest_rate", AttributeType.Share, Value.Null),
        Fact("is_small", AttributeType.Truth, Value.Null), Fact("level", AttributeType.Choice, Value.Null, "city", "province", "nation"),
        Fact("event_date", AttributeType.Date, Value.Null), Fact("rank", AttributeType.Count, Value.Null),
        Fact(FactNames.AlreadyPaid, AttributeType.Truth, Value.False),
        Fact(FactNames.ExclusiveAwardTaken, AttributeType.Truth, Value.False),
        Fact(FactNames.OtherLevelAwardPaid, AttributeType.Money, Value.Of(0L)),
        Fact(FactNames.AssessedAmount, AttributeType.Money, Value.Null),
        Fact(FactNames.PayoutRatio, AttributeType.Share, Value.Of(1L)), Fact(FactNames.UpliftBudgetLeft, AttributeType.Money, Value.Null),
        Fact(FactNames.UpliftBudgetUnlimited, AttributeType.Truth, Value.True),
        Fact(FactNames.TreatDraftAsInForce, AttributeType.Truth, Value.True),
        Fact("paid_this_year", AttributeType.Money, Value.Of(0L)), Fact("paid_for_project", AttributeType.Money, Value.Of(0L)),
        Fact("principal_subsidised_lifetime", AttributeType.Money, Value.Of(0L)),
    ]);

    /// <summary>The expression that <paramref name="text"/> writes.</summary>
    public static Expression Of(string text)
    {
        var parsed = ExpressionParser.Parse(text, Here);
        Assert.Empty(parsed.Diagnostics);
        return parsed.Value!;
    }

    public static Measure Measure(string when, string amount) => new()
    {
        Id = "test/rule",
        At = Here,
        Document = "test",
        Article = "1",
        Title = new Bilingual("规则", "Rule"),
        Kind = "fixed",
        Formula = new Formula.Stated(Of(amount)),
        Effect = LedgerEffect.Award,
        Subject = "enterprise",
        Trigger = "apply",
        Validity = new Validity("2026-01-01", "2026-12-31", "event_date"),
        Figures = new Dictionary<string, Value>(),
        When = Of(when),
        Fund = "fund",
    };

    public static MoneyCap Cap(string amount) => new(Of(amount), CapScope.EnterpriseYear, RenewsYearly: true, []);

    public static CompiledMeasure Compile(Measure measure)
    {
        var faults = new List<Diagnostic>();
        var compiled = CompiledMeasure.From(measure, Vocabulary, isDraft: false, treatsDraftAsInForce: true, faults);
        Assert.Empty(faults);
        return compiled;
    }

    private static Attribute Fact(string name, AttributeType type, Value otherwise, params string[] choices) =>
        new(name, "enterprise", type, "", choices, otherwise, new Bilingual(name, name), IsParameter: false);
}
