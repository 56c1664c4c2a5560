// Checks policy documents whole: everything that reading finds, and what only a look across rules finds.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Checks.Documents;

/// <summary>A library or some of its documents; a document that cannot be read costs only itself.</summary>
internal static class LibraryCheck
{
    /// <summary>
    /// The faults of the documents in <paramref name="folders"/> (or of single files), read with the vocabulary and the readings of
    /// <paramref name="library"/>. References to documents that are not read count only if this is the whole library.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Faults(string library, IReadOnlyList<string> folders, bool isWhole)
    {
        var faults = new List<Diagnostic>();
        var vocabulary = Read(VocabularyFile.Read(Path.Combine(library, "vocabulary.yaml")), faults);
        var general = Read(YamlFile.Read(Path.Combine(library, "readings.yaml")), faults);
        var trees = new Dictionary<string, (string? Folder, DataNode Tree)>();
        foreach (var folder in folders)
        {
            var isFile = File.Exists(folder);
            if (Read(YamlFile.Read(isFile ? folder : Path.Combine(folder, "policy.yaml")), faults) is not { } tree) continue;
            trees[isFile ? IdOf(tree) ?? folder : NameOf(folder)] = (isFile ? null : folder, tree);
        }

        if (vocabulary is null) return faults;
        foreach (var (name, (_, tree)) in trees) PolicyFolder.CheckId(name, tree, faults);
        var documents = trees.Values
            .Select(read => new CheckedDocument(read.Folder, read.Tree, PolicyFile.Read(read.Tree, vocabulary, faults)))
            .ToList();
        PolicyFolder.CheckReferences(
            [.. documents.Select(document => document.Document)],
            documents.DistinctBy(document => document.Document.Id)
                .ToDictionary(document => document.Document.Id, document => document.Tree),
            isWhole,
            faults);
        var readings = trees.SelectMany(read => ReadingCatalogue.Own(read.Key, read.Value.Tree))
            .Concat(general is null ? [] : ReadingCatalogue.General(general, faults))
            .ToList();
        faults.AddRange(documents.SelectMany(document => Own(document, readings)));
        faults.AddRange(RestatedCheck.Faults(documents));
        faults.AddRange(ReadingCheck.Faults(readings, documents));
        if (general is not null)
            faults.AddRange(ReadingCheck.FaultsWhenChosen(
                readings, trees.ToDictionary(read => read.Key, read => read.Value.Tree), general, vocabulary));
        return faults;
    }

    /// <summary>The id that a document gives itself, or null if the tree is no policy document.</summary>
    public static string? IdOf(DataNode tree) => ((tree as MappingNode)?.Find("document")?.Value as ScalarNode)?.Text;

    /// <summary>What a look at one document by itself finds.</summary>
    public static IEnumerable<Diagnostic> Own(CheckedDocument document, IReadOnlyList<ListedReading> readings) =>
    [
        .. FigureCheck.Faults(document, readings),
        .. VersionCheck.Faults(document),
        .. ScheduleCheck.Faults(document),
        .. PayerCheck.Faults(document),
        .. ArticleCheck.Faults(document),
    ];

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    private static T? Read<T>(Loaded<T> loaded, List<Diagnostic> faults)
        where T : class
    {
        faults.AddRange(loaded.Diagnostics);
        return loaded.Value;
    }
}
