// The parameters that a scenario sets: numbers over the range that it states, else 20 % lower and higher, words and yes-or-no at every
// other value.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Naming;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Pools;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Scenarios.Laboratory.Tornadoes;

/// <summary>Decisions of the authority that hold for every claim.</summary>
internal static class ParameterFactors
{
    private static readonly Fraction[] Moves = [Fraction.Of(4, 5), Fraction.Of(6, 5)];

    public static IEnumerable<TornadoFactor> Of(VariantSource source)
    {
        var model = source.Scenario.Model;
        var ranged = source.Scenario.Ranges.Keys.Where(path => path.StartsWith(AssumptionPath.ParameterPrefix, StringComparison.Ordinal))
            .Select(path => path[AssumptionPath.ParameterPrefix.Length..]);
        foreach (var name in model.Parameters.Keys.Union(ranged).Order(StringComparer.Ordinal))
        {
            var attribute = model.Terms.Library.Vocabulary.Find(name)!;
            var value = model.Parameters.GetValueOrDefault(name, attribute.Default);
            var path = AssumptionPath.ParameterPrefix + name;
            var stated = source.Scenario.Ranges.GetValueOrDefault(path);
            var values = stated is null ? Others(attribute, value) : [stated.Low.Setting, stated.High.Setting];
            FactorSetting[] settings = [.. values.Select(text => new FactorSetting(
                text, source.Make([VariantSource.Step(path, text, Place.Of(path))]))
            {
                Words = ChoiceWords.Of(text),
            })];
            if (settings.Length == 0) continue;
            var basis = stated is not null ? RangeBasis.Stated : value.Kind == ValueKind.Number ? RangeBasis.Fallback : RangeBasis.Options;
            yield return new TornadoFactor(FactorKind.Policy, path, PathNames.Of(model, path), Shown(attribute, value), settings)
            {
                Range = basis,
                NowWords = ChoiceWords.Of(Shown(attribute, value)),
            };
        }
    }

    private static IEnumerable<string> Others(Attribute attribute, Value value) => value.Kind switch
    {
        ValueKind.Truth => [value.Holds ? "false" : "true"],
        ValueKind.Number when value.Number.Sign > 0 =>
            Moves.Select(move => Moved(attribute, value.Number, move)).Where(moved => moved != value.Number)
                .Select(moved => FigureText.Of(moved, attribute.Type == AttributeType.Share)),
        _ => attribute.Choices.Where(choice => choice != value.Text),
    };

    private static Fraction Moved(Attribute attribute, Fraction now, Fraction move) => attribute.Type switch
    {
        AttributeType.Share => Fraction.Min(now * move, Fraction.One),
        AttributeType.Money or AttributeType.Number => now * move,
        _ => (long)(now * move).Floor(),
    };

    private static string Shown(Attribute attribute, Value value) =>
        value.Kind == ValueKind.Number
            ? FigureText.Of(value.Number, attribute.Type == AttributeType.Share)
            : value.Text ?? value.ToString();
}
