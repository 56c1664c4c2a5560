// Reads JSON files, JSON lines and JSON inside a table cell into trees with places.
using System.Text;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Encodings;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>Strict JSON (no comments, no trailing commas); numbers keep the text they are written with.</summary>
public static class JsonFile
{
    /// <summary>The tree of the UTF-8 file at <paramref name="path"/> (at most 16 MB).</summary>
    public static Loaded<DataNode> Read(string path)
    {
        var source = SourceFile.ReadUtf8(path);
        return source.Succeeded ? Read(source.Value) : new Loaded<DataNode>(null, source.Diagnostics);
    }

    /// <summary>The tree of text at hand.</summary>
    public static Loaded<DataNode> Read(SourceText source) => ReadAt(source.Text, new Place(source.File, 1, 1));

    /// <summary>
    /// The tree of JSON that begins at <paramref name="start"/> of some file. With <paramref name="inQuotedCell"/> every
    /// quote stands doubled in the file, as in <c>"{""a"":1}"</c>, and columns are counted accordingly.
    /// </summary>
    public static Loaded<DataNode> ReadAt(string text, Place start, bool inQuotedCell = false) =>
        new JsonTreeBuilder(Encoding.UTF8.GetBytes(text), start, inQuotedCell).Build();

    /// <summary>
    /// One tree per line that is not blank; a broken line costs only itself. A file that cannot be read at all gives
    /// one failed element.
    /// </summary>
    public static IReadOnlyList<Loaded<DataNode>> ReadLines(string path)
    {
        var source = SourceFile.ReadUtf8(path);
        return source.Succeeded ? ReadLines(source.Value) : [new Loaded<DataNode>(null, source.Diagnostics)];
    }

    /// <summary>The same for text at hand.</summary>
    public static IReadOnlyList<Loaded<DataNode>> ReadLines(SourceText source) =>
        [.. source.Text.Split('\n')
            .Select((text, index) => (text: text.TrimEnd('\r'), place: new Place(source.File, index + 1, 1)))
            .Where(line => !string.IsNullOrWhiteSpace(line.text))
            .Select(line => ReadAt(line.text, line.place))];
}
