// Explanations name the figure, the value and the step that stopped a claim.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Policy.Tests.Explanations;

public sealed class ExplainEntitlementTests
{
    private static readonly Measure Investment = Rules.Grant with
    {
        Figures = new Dictionary<string, Value> { ["rate"] = Value.Of(Fraction.Of(3, 100)), ["minimum"] = Rules.Number(5_000_000) },
        When = Rules.Parse("money >= minimum and not is_sme"),
        Formula = new Formula.Shares([new Share(Rules.Parse("rate"), Rules.Parse("money"))]),
    };

    private static IReadOnlyList<ExplanationStep> Explain(Measure measure, params (string Name, Value Value)[] facts)
    {
        var compiled = Rules.Compile(measure);
        var frame = compiled.Frame(facts.ToDictionary(fact => fact.Name, fact => fact.Value));
        return ExplainEntitlement.From(BudgetSim.Policy.Entitlements.Entitle.FromFacts(compiled, frame), frame);
    }

    [Fact]
    public void Condition_Holds_ShowsEachConjunctWithItsNumbers()
    {
        var condition = Explain(Investment, ("money", Rules.Number(8_000_000))).Single(step => step.Id == "condition");
        Assert.Equal(["money [8,000,000 yuan] >= 5,000,000", "not is_sme [no]"], condition.Parts.Select(part => part.Text.En));
        Assert.Equal([StepOutcome.Holds, StepOutcome.Holds], condition.Parts.Select(part => part.Outcome));
    }

    [Fact]
    public void Formula_OfAShare_ShowsRateAndBase()
    {
        var formula = Explain(Investment, ("money", Rules.Number(8_000_000))).Single(step => step.Id == "formula");
        Assert.Equal("3% * money [8,000,000 yuan]", Assert.Single(formula.Parts).Text.En);
        Assert.Equal(240_000, formula.Yuan);
    }

    [Fact]
    public void Condition_Fails_DecidesAndNothingFollows()
    {
        var last = Explain(Investment, ("money", Rules.Number(4_000_000)))[^1];
        Assert.Equal(("condition", true, StepOutcome.Fails), (last.Id, last.Decides, last.Parts[0].Outcome));
    }

    [Fact]
    public void Window_Missed_Decides()
    {
        var last = Explain(Investment, ("event_date", Value.Of("2030-01-01")))[^1];
        Assert.Equal(("window", true), (last.Id, last.Decides));
        Assert.Equal("valid from 2026-01-01 to 2026-12-31: event_date [2030-01-01]", last.Text.En);
    }

    [Fact]
    public void RequiredFact_NotGiven_DecidesAsUnknown()
    {
        var last = Explain(Rules.Grant with { Requires = ["money"] })[^1];
        Assert.Equal(("fact", true, StepOutcome.Unknown), (last.Id, last.Decides, last.Outcome));
    }

    [Fact]
    public void Tiers_OneHolds_IsMarkedAndLaterOnesAreNotTested()
    {
        var measure = Rules.Grant with
        {
            Formula = new Formula.Tiered(
                [new Tier(Rules.Parse("count >= 10"), Rules.Parse("2")), new Tier(Rules.Parse("count >= 5"), Rules.Parse("1"))],
                Rules.Parse("0")),
        };
        var tiers = Explain(measure, ("count", Rules.Number(12))).Single(step => step.Id == "formula").Parts;
        Assert.Equal([StepOutcome.Holds, StepOutcome.None], tiers.Select(tier => tier.Outcome));
    }

    [Fact]
    public void Text_OfNestedLogic_KeepsItsBrackets()
    {
        var measure = Rules.Grant with { When = Rules.Parse("is_sme and (money > 1 or count in [1, 2])") };
        var condition = Explain(measure).Single(step => step.Id == "condition");
        Assert.Equal("money [not given] > 1 or count [not given] in [1, 2]", condition.Parts[1].Text.En);
        Assert.Equal(2, condition.Parts[1].Parts.Count);
    }
}
