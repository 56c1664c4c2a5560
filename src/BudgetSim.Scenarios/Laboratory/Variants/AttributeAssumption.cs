// An attribute whose size or likelihood can be moved.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Amounts, chances and plain numbers; everything else has no size.</summary>
internal static class AttributeAssumption
{
    private const long Fine = 1_000_000;

    /// <summary>The path of an attribute, or null; <paramref name="with"/> puts a changed one into a model.</summary>
    public static AssumptionPath? Of(
        DrawnAttribute attribute,
        string path,
        Bilingual name,
        Func<ScenarioModel, Func<DrawnAttribute, DrawnAttribute>, ScenarioModel> with)
    {
        if (Moved(attribute, 1) is null) return null;
        return new AssumptionPath(path, name, (model, factor) => with(model, own => Moved(own, factor)!))
        {
            Hold = attribute.Draw is AttributeDraw.Amount { Distribution: not Fixed }
                ? (model, probability) => with(model, own => Held(own, probability))
                : null,
            IsPlain = attribute.Draw is AttributeDraw.Given,
        };
    }

    private static DrawnAttribute? Moved(DrawnAttribute attribute, double factor) => attribute.Draw switch
    {
        AttributeDraw.Amount amount => attribute with { Draw = amount with { Distribution = new Scaled(amount.Distribution, factor) } },
        AttributeDraw.Chance chance => attribute with { Draw = new AttributeDraw.Chance(Math.Min(1, factor * chance.Probability)) },
        AttributeDraw.Given { Value: { Kind: ValueKind.Number, Number.Sign: > 0 } value } =>
            attribute with { Draw = new AttributeDraw.Given(Value.Of(Times(value.Number, factor))) },
        _ => null,
    };

    // Every subject has the value that one of so many has or does not reach.
    private static DrawnAttribute Held(DrawnAttribute attribute, double probability)
    {
        var amount = (AttributeDraw.Amount)attribute.Draw;
        return attribute with { Draw = amount with { Distribution = new Fixed(amount.Distribution.Quantile(probability)) } };
    }

    // A whole number stays whole.
    private static Fraction Times(Fraction number, double factor)
    {
        var moved = number.ToDouble() * factor;
        return number.IsInteger ? (long)Math.Round(moved) : Fraction.Of((long)Math.Round(moved * Fine), Fine);
    }
}
