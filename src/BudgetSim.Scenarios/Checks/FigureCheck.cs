// Checks the numbers of law: their range, rates above 100 %, negative ceilings, numbers nothing uses.
using System.Text.RegularExpressions;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Checks;

/// <summary>Figures of measures.</summary>
internal static partial class FigureCheck
{
    private static readonly Fraction Largest = 1_000_000_000_000_000;

    /// <summary>The faults of a document's figures; <paramref name="readings"/> may use figures in what they set.</summary>
    public static IEnumerable<Diagnostic> Faults(CheckedDocument document, IReadOnlyList<ListedReading> readings)
    {
        var setNames = readings.SelectMany(reading => Texts(reading.Set)).SelectMany(text => Names().Matches(text)).Select(match => match.Value).ToHashSet();
        return document.Measures.SelectMany(measure => Of(document, measure, setNames));
    }

    private static IEnumerable<Diagnostic> Of(CheckedDocument document, Measure measure, HashSet<string> setNames)
    {
        var hasFormula = FormulaReader.KnownKinds.Contains(measure.Kind);
        var used = ExpressionParts.Of(measure).SelectMany(ExpressionParts.Names).ToHashSet();
        foreach (var (name, value) in measure.Figures)
        {
            var at = document.At(measure, "figures", name);
            if (value.Kind == ValueKind.Number && (value.Number.Sign < 0 || value.Number > Largest)) yield return OutOfRange(at, name, value.Number);
            if (value.Kind == ValueKind.Number && value.Number > 1 && IsCalledARate(name)) yield return RateAboveOne(at, name, value.Number);
            if (hasFormula && !used.Contains(name) && !setNames.Contains(name)) yield return Unused(at, measure, name);
        }

        foreach (var rate in Rates(measure.Formula).Where(rate => !ExpressionParts.Names(rate).Any(name => measure.Figures.ContainsKey(name) && IsCalledARate(name))))
        {
            if (ExpressionParts.UpperBound(rate, measure) is { } bound && bound > 1) yield return RateAboveOne(rate.At, "the rate", bound);
        }

        for (var cap = 0; cap < measure.Caps.Count; cap++)
        {
            if (ExpressionParts.Constant(measure.Caps[cap].Amount, measure) is { Sign: < 0 } amount) yield return NegativeCap(document.At(measure, "caps", $"{cap}", "amount"), amount);
        }
    }

    private static bool IsCalledARate(string name) => name is "rate" or "share" || name.EndsWith("_rate", StringComparison.Ordinal) || name.EndsWith("_share", StringComparison.Ordinal);

    private static IEnumerable<Expression> Rates(Formula formula) => formula switch
    {
        Formula.Shares shares => shares.Parts.Select(part => part.Rate),
        Formula.LeastShare least => least.Parts.Select(part => part.Rate),
        Formula.Brackets brackets => brackets.Rows.Select(row => row.Rate),
        Formula.Interest interest => [interest.Rate],
        _ => [],
    };

    private static IEnumerable<string> Texts(DataNode? node) => node switch
    {
        ScalarNode scalar => [scalar.Text],
        SequenceNode list => list.Items.SelectMany(Texts),
        MappingNode mapping => mapping.Entries.SelectMany(entry => Texts(entry.Value)),
        _ => [],
    };

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Names();

    private static Diagnostic OutOfRange(Place at, string name, Fraction value) =>
        Diagnostic.Error(at, "BS120", $"the figure {name} is {QuantityText.Format(value)}, expected a number from 0 to 10^15", "write amounts in yuan; a reduction belongs into the formula");

    private static Diagnostic RateAboveOne(Place at, string name, Fraction value) =>
        Diagnostic.Error(at, "BS121", $"{name} is {QuantityText.Format(value * 100)}%, expected at most 100%", "write 3% or 0.03; call a multiplier a factor");

    private static Diagnostic Unused(Place at, Measure measure, string name) =>
        Diagnostic.Warning(at, "BS122", $"nothing in {measure.Id} uses the figure {name}", NearestName.Hint(name, ExpressionParts.Of(measure).SelectMany(ExpressionParts.Names)));

    private static Diagnostic NegativeCap(Place at, Fraction amount) =>
        Diagnostic.Error(at, "BS123", $"the ceiling is {QuantityText.Format(amount)}, expected at least 0", "write an amount in yuan");
}
