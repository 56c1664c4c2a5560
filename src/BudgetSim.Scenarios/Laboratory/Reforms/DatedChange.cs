// A figure that changes on a date: both values stand in the measure, and the date of the claim decides.
using System.Text.RegularExpressions;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>Turns a change with a date into plain changes of the document.</summary>
internal static class DatedChange
{
    private static readonly HashSet<string> ExpressionKeys =
        ["when", "amount", "rate", "base", "of", "from", "to", "principal", "months", "count", "factor", "minimum", "otherwise"];

    private static readonly HashSet<string> NotRules = ["figures", "valid", "title", "readings", "notes", "versions"];

    /// <summary>
    /// The changes that say it: as it stands for a change without a date or from before <paramref name="firstYear"/>,
    /// else two new figures and every expression that reads the old one.
    /// </summary>
    public static IEnumerable<PathChange> Expand(ReformStep.Change change, int firstYear, PolicyTrees trees, ICollection<Diagnostic> faults)
    {
        if (change.From is not { } from || from <= new DateOnly(firstYear, 1, 1))
            return [new PathChange(change.Path, change.Value, change.Where)];
        var parts = change.Path.Split('/');
        var measure = parts.Length == 3 ? trees.Measure($"{parts[0]}/{parts[1]}") : null;
        if (measure?.Find("figures")?.Value is not MappingNode figures || figures.Find(parts[2]) is null
            || change.Value is not ScalarNode value)
        {
            faults.Add(NotAFigure(change));
            return [];
        }

        var (later, start) = ($"{parts[2]}_from_{from:yyyyMMdd}", $"start_of_{parts[2]}_from_{from:yyyyMMdd}");
        var attribute = ValueText.Of((measure.Find("valid")?.Value as MappingNode)?.Find("by")?.Value);
        var choice = $"if({attribute} >= {start}, {later}, {parts[2]})";
        PathChange At(string path, string text) =>
            new($"{parts[0]}/{parts[1]}/{path}", new ScalarNode(change.Where, text, ScalarForm.Plain), change.Where);
        return
        [
            At($"figures/{later}", value.Text),
            At($"figures/{start}", $"{from:yyyy-MM-dd}"),
            .. Expressions(measure, "").Select(place => At(place.Path, Name(parts[2]).Replace(place.Text, choice)))
                .Where(each => Name(later).IsMatch(((ScalarNode)each.Value).Text)),
        ];
    }

    private static Regex Name(string name) =>
        new($@"(?<![\w'])(?:{Regex.Escape(name)})(?![\w'])", RegexOptions.None, TimeSpan.FromSeconds(1));

    // Every expression of the measure with its path.
    private static IEnumerable<(string Path, string Text)> Expressions(DataNode node, string path) => node switch
    {
        MappingNode mapping => mapping.Entries.Where(entry => path.Length > 0 || !NotRules.Contains(entry.Key)).SelectMany(entry =>
            entry.Value is ScalarNode scalar
                ? ExpressionKeys.Contains(entry.Key) ? [(Join(path, entry.Key), scalar.Text)] : []
                : Expressions(entry.Value, Join(path, entry.Key))),
        SequenceNode list => list.Items.SelectMany((item, index) => Expressions(item, Join(path, $"{index}"))),
        _ => [],
    };

    private static string Join(string path, string part) => path.Length == 0 ? part : $"{path}/{part}";

    private static Diagnostic NotAFigure(ReformStep.Change change) =>
        Diagnostic.Error(
            change.Where,
            "BS509",
            $"'{change.Path}' cannot change on a date: only the figures of a measure can",
            "leave out from, or let the scenario begin with that year");
}
