// Explains the amount before ceilings, with its figures.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Explanations;

/// <summary>One shape of explanation per shape of formula.</summary>
internal sealed class ExplainFormula(CompiledMeasure measure, Value[] frame, ExpressionText text)
{
    public ExplanationStep Step()
    {
        var total = measure.Read(measure.Measure.Formula.Lower(), frame);
        return new ExplanationStep("formula", Title())
        {
            Yuan = total.IsNull ? null : total.Number,
            Outcome = total.IsNull ? StepOutcome.Unknown : StepOutcome.None,
            Parts = [.. Parts(measure.Measure.Formula)],
        };
    }

    private Bilingual Title() => new("计算公式", $"formula ({measure.Measure.Kind})");

    private IEnumerable<ExplanationStep> Parts(Formula formula) => formula switch
    {
        Formula.Stated stated => [Amount(stated.Amount)],
        Formula.Tiered tiered => Tiers(tiered),
        Formula.Shares shares => shares.Parts.Select(part => Product(part.Rate, part.Base)),
        Formula.LeastShare least => least.Parts.Select(part => Product(part.Rate, part.Base)),
        Formula.Brackets brackets => Rows(brackets),
        Formula.Interest interest => [Amount(interest.Lower())],
        Formula.PerUnit units => units.Units.Select(unit => Product(unit.Amount, unit.Count)),
        _ => [new ExplanationStep("formula-part", new Bilingual("本条自身不产生资金", "no money of its own"))],
    };

    private ExplanationStep Amount(Expression amount)
    {
        var value = measure.Read(amount, frame);
        return new ExplanationStep("formula-part", text.Of(amount))
        {
            Yuan = value.IsNull ? null : value.Number,
            Outcome = value.IsNull ? StepOutcome.Unknown : StepOutcome.None,
        };
    }

    private ExplanationStep Product(Expression left, Expression right) =>
        Amount(new Expression.Binary(left.At, Operator.Multiply, left, right));

    private IEnumerable<ExplanationStep> Tiers(Formula.Tiered tiered)
    {
        var isTaken = false;
        foreach (var tier in tiered.Tiers)
        {
            var holds = !isTaken && measure.Read(tier.When, frame).Holds;
            yield return Row(tier.When, tier.Amount, holds, isTaken);
            isTaken |= holds;
        }

        if (!isTaken) yield return Amount(tiered.Otherwise);
    }

    private ExplanationStep Row(Expression when, Expression amount, bool holds, bool isPassedOver)
    {
        var (condition, value) = (text.Of(when), measure.Read(amount, frame));
        var result = text.Of(amount);
        return new ExplanationStep("tier", new Bilingual($"{condition.Zh} → {result.Zh}", $"{condition.En} -> {result.En}"))
        {
            Outcome = holds ? StepOutcome.Holds : isPassedOver ? StepOutcome.None : StepOutcome.Fails,
            Yuan = holds && !value.IsNull ? value.Number : null,
        };
    }

    private IEnumerable<ExplanationStep> Rows(Formula.Brackets brackets)
    {
        foreach (var row in brackets.Rows)
        {
            Expression contains = new Expression.Binary(row.From.At, Operator.GreaterOrEqual, brackets.Quantity, row.From);
            if (row.To is not null)
                contains = new Expression.Binary(
                    row.From.At,
                    Operator.And,
                    contains,
                    new Expression.Binary(row.From.At, Operator.LessOrEqual, brackets.Quantity, row.To));
            var amount = new Expression.Binary(row.Rate.At, Operator.Multiply, row.Rate, brackets.Base ?? brackets.Quantity);
            yield return brackets.IsMarginal
                ? Row(contains, row.Rate, measure.Read(contains, frame).Holds, isPassedOver: false) with { Yuan = null }
                : Row(contains, amount, measure.Read(contains, frame).Holds, isPassedOver: false);
        }
    }
}
