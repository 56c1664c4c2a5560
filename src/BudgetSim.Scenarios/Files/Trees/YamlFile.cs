// Reads a YAML file into a tree with places.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Encodings;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>YAML without its dangerous parts: no anchors, aliases, tags or second documents; all scalars stay text.</summary>
public static class YamlFile
{
    /// <summary>The tree of the UTF-8 file at <paramref name="path"/> (at most 16 MB); messages name the file as given.</summary>
    public static Loaded<DataNode> Read(string path)
    {
        var source = SourceFile.ReadUtf8(path);
        return source.Succeeded ? Read(source.Value) : new Loaded<DataNode>(null, source.Diagnostics);
    }

    /// <summary>The tree of text at hand.</summary>
    public static Loaded<DataNode> Read(SourceText source) => new YamlTreeBuilder(source).Build();
}
