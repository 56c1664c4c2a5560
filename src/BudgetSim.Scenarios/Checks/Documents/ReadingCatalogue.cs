// Lists every reading of a library: the general ones and those of single measures.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Checks.Documents;

/// <summary>Readings as files list them; what they set stays a tree, to be laid over the documents.</summary>
public static class ReadingCatalogue
{
    /// <summary>
    /// All readings of the library in <paramref name="folder"/>, general ones first; only those of <paramref name="documents"/> if given.
    /// </summary>
    public static Loaded<IReadOnlyList<ListedReading>> Read(string folder, IReadOnlyCollection<string>? documents = null)
    {
        var faults = new List<Diagnostic>();
        var general = YamlFile.Read(Path.Combine(folder, "readings.yaml"));
        faults.AddRange(general.Diagnostics);
        var readings = general.Succeeded
            ? General(general.Value, faults).Where(reading => documents is null || reading.Defaults.Keys.Any(documents.Contains)).ToList()
            : [];
        foreach (var id in PolicyFolder.DocumentIds(folder).Where(id => documents is null || documents.Contains(id)))
        {
            var tree = YamlFile.Read(Path.Combine(folder, id, "policy.yaml"));
            faults.AddRange(tree.Diagnostics);
            if (tree.Succeeded) readings.AddRange(Own(id, tree.Value));
        }

        return Loaded<IReadOnlyList<ListedReading>>.From(readings, faults);
    }

    /// <summary>The general readings of readings.yaml.</summary>
    public static IReadOnlyList<ListedReading> General(DataNode tree, ICollection<Diagnostic> faults) =>
        NodeReader.Read(tree, "readings", faults, file => file.AsEntries(ReadGeneral));

    /// <summary>The readings of a document's measures; faults of their shape are the document reader's to report.</summary>
    public static IReadOnlyList<ListedReading> Own(string document, DataNode tree) =>
        [.. Items(tree, "measures").SelectMany(measure => Items(measure, "readings")
            .Select(reading => ReadOwn(document, measure, reading)))];

    private static ListedReading ReadGeneral(NodeReader reading)
    {
        _ = reading.Has("note");
        var defaults = reading.RequiredChild("default");
        return new ListedReading(
            reading.Name,
            PolicyFields.Bilingual(reading.RequiredChild("point")),
            reading.Map("options", PolicyFields.TextOrBilingual),
            reading.KeyWhere)
        {
            Defaults = defaults.AsMap(option => option.AsText()),
            Set = reading.Child("set")?.Node as MappingNode,
        };
    }

    private static ListedReading ReadOwn(string document, DataNode measure, DataNode reading)
    {
        var options = (Field(reading, "options") as MappingNode)?.Entries ?? [];
        return new ListedReading(
            PolicyFields.Full(Text(reading, "code"), document),
            new Bilingual(Text(Field(reading, "point"), "zh"), Text(Field(reading, "point"), "en")),
            options.ToDictionary(
                option => option.Key,
                option => option.Value is ScalarNode single
                    ? new Bilingual("", single.Text)
                    : new Bilingual(Text(option.Value, "zh"), Text(option.Value, "en"))),
            reading.Where)
        {
            Measure = $"{document}/{Text(measure, "id")}",
            Defaults = new Dictionary<string, string> { [document] = Text(reading, "default") },
            Set = Field(reading, "set") as MappingNode,
        };
    }

    private static DataNode? Field(DataNode? node, string key) => (node as MappingNode)?.Find(key)?.Value;

    private static string Text(DataNode? node, string key) => (Field(node, key) as ScalarNode)?.Text ?? "";

    private static IReadOnlyList<DataNode> Items(DataNode? node, string key) => (Field(node, key) as SequenceNode)?.Items ?? [];
}
