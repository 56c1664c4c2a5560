// The policy documents of a scenario as trees, to check a path before anything runs.
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>Trees by document, with what the scenario itself changes already in them.</summary>
internal sealed class PolicyTrees(IReadOnlyDictionary<string, DataNode> trees)
{
    /// <summary>The ids of the documents.</summary>
    public IEnumerable<string> Documents => trees.Keys;

    /// <summary>The tree of a document that is read.</summary>
    public DataNode this[string document] => trees[document];

    /// <summary>Reads the documents named; one that cannot be read is left out (reading the scenario reports it).</summary>
    public static PolicyTrees Read(string seeds, IEnumerable<string> documents) =>
        new(documents
            .Select(document => (Id: document, Tree: YamlFile.Read(Path.Combine(seeds, document, "policy.yaml"))))
            .Where(document => document.Tree.Succeeded)
            .ToDictionary(document => document.Id, document => document.Tree.Value!));

    /// <summary>The same with a change made; one that cannot be made is passed over.</summary>
    public PolicyTrees With(IEnumerable<PathChange> changes) => new(PathOverlay.Apply(trees, changes, []));

    /// <summary>The ids of every measure, in full.</summary>
    public IEnumerable<string> Measures => trees.SelectMany(tree => MeasuresOf(tree.Value).Select(id => $"{tree.Key}/{id}"));

    /// <summary>The measure's mapping, or null.</summary>
    public MappingNode? Measure(string id)
    {
        var parts = id.Split('/');
        return parts.Length == 2 && trees.TryGetValue(parts[0], out var tree)
            ? tree.Find(new DataPath(["measures", parts[1]], default)).Value as MappingNode
            : null;
    }

    /// <summary>What stands at a path, or null.</summary>
    public DataNode? Find(string path)
    {
        var document = path.Split('/')[0];
        if (!trees.TryGetValue(document, out var tree)) return null;
        return tree.Find(PathOverlay.Resolve(tree, new PathChange(path, new ScalarNode(default, "", ScalarForm.Plain), default))).Value;
    }

    /// <summary>The article of the measure that a path is about; empty if there is none.</summary>
    public string Article(string path)
    {
        var parts = path.Split('/');
        return parts.Length > 1 && Measure($"{parts[0]}/{parts[1]}")?.Find("article")?.Value is ScalarNode article ? article.Text : "";
    }

    private static IEnumerable<string> MeasuresOf(DataNode tree) =>
        ((tree as MappingNode)?.Find("measures")?.Value as SequenceNode)?.Items.OfType<MappingNode>().Select(
            measure => ValueText.Of(measure.Find("id")?.Value))
            ?? [];
}
