// Checks the numbers of law: their bounds, and numbers nothing uses.
using System.Text.RegularExpressions;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Measures;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Checks.Documents;

/// <summary>Figures of measures.</summary>
internal static partial class FigureCheck
{
    /// <summary>The faults of a document's figures; <paramref name="readings"/> may use figures in what they set.</summary>
    public static IEnumerable<Diagnostic> Faults(CheckedDocument document, IReadOnlyList<ListedReading> readings)
    {
        var setNames = readings.SelectMany(reading => Texts(reading.Set))
            .SelectMany(text => Names().Matches(text))
            .Select(match => match.Value)
            .ToHashSet();
        return document.Measures.SelectMany(measure => Of(document, measure, setNames));
    }

    private static IEnumerable<Diagnostic> Of(CheckedDocument document, Measure measure, HashSet<string> setNames)
    {
        var used = ExpressionParts.Of(measure).SelectMany(ExpressionParts.Names).Concat(setNames).ToHashSet();
        var unused = FormulaReader.KnownKinds.Contains(measure.Kind) ? measure.Figures.Keys.Where(name => !used.Contains(name)) : [];
        return FigureBounds.Faults(document.Tree, measure)
            .Concat(unused.Select(name => Unused(document.At(measure, "figures", name), measure, name)));
    }

    private static IEnumerable<string> Texts(DataNode? node) => node switch
    {
        ScalarNode scalar => [scalar.Text],
        SequenceNode list => list.Items.SelectMany(Texts),
        MappingNode mapping => mapping.Entries.SelectMany(entry => Texts(entry.Value)),
        _ => [],
    };

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Names();

    private static Diagnostic Unused(Place at, Measure measure, string name) =>
        Diagnostic.Warning(
            at,
            "BS122",
            $"nothing in {measure.Id} uses the figure {name}",
            NearestName.Hint(name, ExpressionParts.Of(measure).SelectMany(ExpressionParts.Names)));
}
