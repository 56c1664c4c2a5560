// Holds the numbers of a rule to what an amount, a rate and a ceiling can be, in the library and after a change.
using System.Text.RegularExpressions;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Measures;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Policies;

/// <summary>
/// Numbers lie from 0 to 10^15, and at most at 100 % where they are called a rate or a share (faults BS120, BS121, BS123, BS845).
/// </summary>
internal static partial class FigureBounds
{
    /// <summary>The largest number a rule may state; larger ones overflow once claims add up.</summary>
    public static readonly Fraction Largest = 1_000_000_000_000_000;

    /// <summary>The faults of one measure's figures, rates, ceilings and other numbers; <paramref name="tree"/> is its document.</summary>
    public static IEnumerable<Diagnostic> Faults(DataNode? tree, Measure measure)
    {
        foreach (var (name, value) in measure.Figures.Where(figure => figure.Value.Kind == ValueKind.Number))
            if (Fault(FieldPlaces.Of(tree, measure, "figures", name), name, value.Number) is { } fault) yield return fault;
        foreach (var rate in Rates(measure.Formula)
            .Where(rate => !ExpressionParts.Names(rate).Any(name => measure.Figures.ContainsKey(name) && IsRate(name))))
            if (ExpressionParts.UpperBound(rate, measure) is { } bound && bound > 1) yield return RateAboveOne(rate.At, "the rate", bound);
        for (var cap = 0; cap < measure.Caps.Count; cap++)
            if (ExpressionParts.Constant(measure.Caps[cap].Amount, measure) is { Sign: < 0 } amount)
                yield return NegativeCap(FieldPlaces.Of(tree, measure, "caps", $"{cap}", "amount"), amount);
        foreach (var literal in ExpressionParts.Of(measure).SelectMany(ExpressionParts.Parts)
            .OfType<Expression.Literal>()
            .Where(literal => literal.Value.Kind == ValueKind.Number && literal.Value.Number > Largest))
            yield return LiteralTooLarge(literal.At, literal.Value.Number);
    }

    /// <summary>
    /// The faults of numbers that <paramref name="changes"/> give single figures and fields; an added measure is checked whole elsewhere.
    /// </summary>
    public static IEnumerable<Diagnostic> OfChanges(
        IEnumerable<PathChange> changes, IEnumerable<PolicyDocument> documents, IReadOnlyDictionary<string, DataNode> trees)
    {
        var files = changes.Where(change => !change.IsMeasure)
            .ToLookup(change => string.Join('/', change.Path.Split('/').Take(2)), change => change.Value.Where.File);
        return documents
            .SelectMany(document => document.Measures)
            .Select(compiled => compiled.Measure)
            .Where(measure => files.Contains(measure.Id))
            .SelectMany(measure => Faults(trees.GetValueOrDefault(measure.Document), measure)
                .Where(fault => files[measure.Id].Contains(fault.Where.File)));
    }

    /// <summary>What is wrong with the number of a figure; null if nothing is.</summary>
    public static Diagnostic? Fault(Place at, string name, Fraction value) =>
        value.Sign < 0 || value > Largest ? OutOfRange(at, name, value)
            : value > Fraction.One && IsRate(name) ? RateAboveOne(at, name, value)
            : null;

    /// <summary>
    /// Whether the name of a figure says that it is a share of something; a figure that changes on a date carries the day behind its name.
    /// </summary>
    public static bool IsRate(string name) => RateNames().IsMatch(name);

    private static IEnumerable<Expression> Rates(Formula formula) => formula switch
    {
        Formula.Shares shares => shares.Parts.Select(part => part.Rate),
        Formula.LeastShare least => least.Parts.Select(part => part.Rate),
        Formula.Brackets brackets => brackets.Rows.Select(row => row.Rate),
        Formula.Interest interest => [interest.Rate],
        _ => [],
    };

    [GeneratedRegex("^(?:.*_)?(?:rate|share)(?:_from_[0-9]{8})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RateNames();

    private static Diagnostic OutOfRange(Place at, string name, Fraction value) =>
        Diagnostic.Error(
            at,
            "BS120",
            $"the figure {name} is {QuantityText.Format(value)}, expected a number from 0 to 10^15",
            "write amounts in yuan; a reduction belongs into the formula");

    private static Diagnostic RateAboveOne(Place at, string name, Fraction value) =>
        Diagnostic.Error(
            at,
            "BS121",
            $"{name} is {QuantityText.Format(value * 100)}%, expected at most 100%",
            "write 3% or 0.03; call a multiplier a factor");

    private static Diagnostic NegativeCap(Place at, Fraction amount) =>
        Diagnostic.Error(at, "BS123", $"the ceiling is {QuantityText.Format(amount)}, expected at least 0", "write an amount in yuan");

    private static Diagnostic LiteralTooLarge(Place at, Fraction value) =>
        Diagnostic.Error(
            at, "BS845", $"a rule has the number {QuantityText.Format(value)}, expected at most 10^15", "write amounts in yuan");
}
