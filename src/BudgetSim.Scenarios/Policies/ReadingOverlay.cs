// Turns chosen readings into changes of the policy documents.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Policies;

/// <summary>
/// A reading's option lists the paths it sets. General readings set paths per document; a reading of a measure sets
/// its own and wins over a general one.
/// </summary>
internal static class ReadingOverlay
{
    public static Dictionary<string, DataNode> Apply(
        Dictionary<string, DataNode> trees, DataNode general, IReadOnlyDictionary<string, string> chosen, ICollection<Diagnostic> faults)
    {
        if (chosen.Count == 0) return trees;
        var own = trees.SelectMany(tree => OwnReadings(tree.Key, tree.Value))
            .DistinctBy(reading => reading.Code)
            .ToDictionary(reading => reading.Code, reading => reading.Node);
        var shared = GeneralReadings(general, faults);
        var known = own.Keys.Concat(shared.Select(entry => entry.Key)).ToList();
        var changes = new List<PathChange>();
        foreach (var (code, option) in chosen.OrderBy(pair => own.ContainsKey(pair.Key)))
        {
            var node = own.GetValueOrDefault(code) ?? shared.FirstOrDefault(entry => entry.Key == code)?.Value;
            if (node is not MappingNode reading)
                faults.Add(Diagnostic.Error(Place.Of(code), "BS116", $"unknown reading '{code}'", NearestName.Hint(code, known)));
            else
                changes.AddRange(Changes(code, reading, option, trees.Keys, faults));
        }

        return PathOverlay.Apply(trees, changes, faults);
    }

    // A file of another shape is reported where it stands, and has no readings.
    private static IReadOnlyList<DataEntry> GeneralReadings(DataNode general, ICollection<Diagnostic> faults) =>
        NodeReader.Read(general, "readings", faults, file => file.Keys().All(file.Has)) && general is MappingNode mapping
            ? mapping.Entries
            : [];

    private static IEnumerable<(string Code, DataNode Node)> OwnReadings(string document, DataNode tree)
    {
        foreach (var measure in Items((tree as MappingNode)?.Find("measures")?.Value))
        {
            foreach (var reading in Items((measure as MappingNode)?.Find("readings")?.Value))
            {
                if ((reading as MappingNode)?.Find("code")?.Value is ScalarNode code)
                    yield return (PolicyFields.Full(code.Text, document), reading);
            }
        }
    }

    private static IReadOnlyList<DataNode> Items(DataNode? node) => (node as SequenceNode)?.Items ?? [];

    private static IEnumerable<PathChange> Changes(
        string code, MappingNode reading, string option, IEnumerable<string> documents, ICollection<Diagnostic> faults)
    {
        var options = ((reading.Find("options")?.Value as MappingNode)?.Entries ?? []).Select(entry => entry.Key).ToList();
        if (!options.Contains(option))
        {
            faults.Add(Diagnostic.Error(
                reading.Where, "BS117", $"the reading {code} has no option '{option}'; it has {string.Join(", ", options)}"));
            return [];
        }

        if (IsDefault(reading, option)) return [];
        if (reading.Find("set")?.Value is not MappingNode set || set.Find(option)?.Value is not MappingNode paths)
        {
            faults.Add(Diagnostic.Error(
                reading.Where,
                "BS118",
                $"the reading {code} is documentation: option {option} does not change any amount here",
                "leave it at its default"));
            return [];
        }

        var flat = paths.Entries.SelectMany(entry => entry.Value is MappingNode inner && documents.Contains(entry.Key)
            ? inner.Entries
            : [entry]);
        return flat.Where(entry => documents.Contains(entry.Key.Split('/')[0]))
            .Select(entry => new PathChange(entry.Key, entry.Value, entry.KeyWhere));
    }

    // A general reading has a default per document, so choosing one is a change somewhere else.
    private static bool IsDefault(MappingNode reading, string option) =>
        reading.Find("default")?.Value is ScalarNode single && single.Text == option;
}
