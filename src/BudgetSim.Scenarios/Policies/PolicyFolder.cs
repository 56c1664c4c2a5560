// Reads the policy library: the vocabulary and the documents of a folder, with readings and reforms laid over them.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Measures;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Policies;

/// <summary>
/// The library as a folder: <c>vocabulary.yaml</c>, <c>readings.yaml</c> and one folder with <c>policy.yaml</c> per document.
/// </summary>
public static class PolicyFolder
{
    /// <summary>The ids of the documents below <paramref name="folder"/>, sorted.</summary>
    public static IReadOnlyList<string> DocumentIds(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.GetDirectories(folder).Where(path => File.Exists(Path.Combine(path, "policy.yaml")))
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal)]
            : [];

    /// <summary>
    /// Reads the documents named (all if null). <paramref name="changes"/> are paths and new values (reforms), and
    /// <paramref name="readings"/> codes and options; both are checked whole, before any measure is compiled.
    /// </summary>
    public static Loaded<PolicyLibrary> Read(
        string folder,
        IReadOnlyCollection<string>? documents = null,
        IReadOnlyDictionary<string, string>? readings = null,
        IReadOnlyList<PathChange>? changes = null)
    {
        var faults = new List<Diagnostic>();
        var vocabulary = VocabularyFile.Read(Path.Combine(folder, "vocabulary.yaml"));
        faults.AddRange(vocabulary.Diagnostics);
        var trees = ReadTrees(folder, documents, faults);
        var general = YamlFile.Read(Path.Combine(folder, "readings.yaml"));
        faults.AddRange(general.Diagnostics);
        if (!vocabulary.Succeeded || !general.Succeeded || faults.Exists(fault => fault.Severity == Severity.Error))
            return Loaded<PolicyLibrary>.From(null, faults);
        // A whole measure comes first, so that its readings can be chosen too.
        trees = PathOverlay.Apply(trees, (changes ?? []).Where(change => change.IsMeasure), faults);
        trees = ReadingOverlay.Apply(trees, general.Value, readings ?? new Dictionary<string, string>(), faults);
        trees = PathOverlay.Apply(trees, (changes ?? []).Where(change => !change.IsMeasure), faults);
        var read = trees.Values.Select(tree => PolicyFile.Read(tree, vocabulary.Value, faults)).ToList();
        CheckReferences(read, trees, documents is null, faults);
        faults.AddRange(FigureBounds.OfChanges(changes ?? [], read, trees));
        if (faults.Exists(fault => fault.Severity == Severity.Error)) return Loaded<PolicyLibrary>.From(null, faults);
        return Loaded<PolicyLibrary>.From(new PolicyLibrary(vocabulary.Value, read), faults);
    }

    private static Dictionary<string, DataNode> ReadTrees(string folder, IReadOnlyCollection<string>? documents, List<Diagnostic> faults)
    {
        var known = DocumentIds(folder);
        if (known.Count == 0)
            faults.Add(Diagnostic.Error(
                Place.Of(folder), "BS112", "no policy documents here", "give the folder that holds <document>/policy.yaml"));
        var trees = new Dictionary<string, DataNode>();
        foreach (var id in documents ?? known)
        {
            if (!known.Contains(id))
            {
                faults.Add(Diagnostic.Error(
                    Place.Of(folder),
                    "BS113",
                    $"unknown policy document '{id}'; there are {string.Join(", ", known)}",
                    NearestName.Hint(id, known)));
                continue;
            }

            var tree = YamlFile.Read(Path.Combine(folder, id, "policy.yaml"));
            faults.AddRange(tree.Diagnostics);
            if (!tree.Succeeded) continue;
            CheckId(id, tree.Value, faults);
            trees[id] = tree.Value;
        }

        return trees;
    }

    /// <summary>A document lies in the folder of its name, so that a path or a reference finds it.</summary>
    internal static void CheckId(string folder, DataNode tree, ICollection<Diagnostic> faults)
    {
        if ((tree as MappingNode)?.Find("document")?.Value is ScalarNode { IsNull: false } id && id.Text != folder)
            faults.Add(Diagnostic.Error(
                id.Where, "BS119", $"the document is called '{id.Text}', its folder '{folder}'", "give both the same name"));
    }

    // References to measures of documents that were not read cannot be checked, and do not matter.
    internal static void CheckReferences(
        IReadOnlyList<PolicyDocument> documents, IReadOnlyDictionary<string, DataNode> trees, bool isWhole, ICollection<Diagnostic> faults)
    {
        var known = documents.SelectMany(document => document.Measures).Select(measure => measure.Measure.Id).ToHashSet();
        var read = documents.Select(document => document.Id).ToHashSet();
        foreach (var measure in documents.SelectMany(document => document.Measures).Select(compiled => compiled.Measure))
        {
            foreach (var reference in References(measure)
                .Where(reference => !known.Contains(reference) && (isWhole || read.Contains(reference.Split('/')[0]))))
            {
                faults.Add(Diagnostic.Error(
                    FieldPlaces.Reference(trees.GetValueOrDefault(measure.Document), measure, reference), "BS114",
                    $"{measure.Id} refers to '{reference}', which is not in the library", NearestName.Hint(reference, known)));
            }
        }

        foreach (var document in documents)
        {
            var funds = document.Funds.Select(fund => fund.Id).ToList();
            foreach (var measure in document.Measures.Select(compiled => compiled.Measure).Where(measure => !funds.Contains(measure.Fund)))
                faults.Add(Diagnostic.Error(
                    FieldPlaces.Fund(trees.GetValueOrDefault(document.Id), measure),
                    "BS115",
                    $"{measure.Id} is paid from '{measure.Fund}', which the document does not have",
                    NearestName.Hint(measure.Fund, funds)));
        }
    }

    private static IEnumerable<string> References(Measure measure) =>
        measure.Caps.SelectMany(cap => cap.SharedWith)
            .Concat(measure.PrincipalCaps.SelectMany(cap => cap.SharedWith))
            .Concat(measure.Exclusions.SelectMany(exclusion => exclusion.With))
            .Concat(measure.TopUp?.With ?? [])
            .Concat(measure.Restates);
}
