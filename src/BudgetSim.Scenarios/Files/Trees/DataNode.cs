// A file's content as an immutable tree in which every part knows its place.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>A mapping, a list or a scalar of a YAML or JSON file, and where it begins.</summary>
public abstract record DataNode(Place Where);

/// <summary>Named values in the order of the file; no key occurs twice.</summary>
public sealed record MappingNode(Place Where, IReadOnlyList<DataEntry> Entries) : DataNode(Where)
{
    /// <summary>The entry called <paramref name="key"/>, or null.</summary>
    public DataEntry? Find(string key)
    {
        foreach (var entry in Entries)
            if (string.Equals(entry.Key, key, StringComparison.Ordinal))
                return entry;
        return null;
    }
}

/// <summary>One key of a mapping, where the key stands, and its value.</summary>
public sealed record DataEntry(string Key, Place KeyWhere, DataNode Value);

/// <summary>Values in the order of the file.</summary>
public sealed record SequenceNode(Place Where, IReadOnlyList<DataNode> Items) : DataNode(Where);

/// <summary>Text exactly as written: <c>500万</c>, <c>2026-01-01</c> and <c>yes</c> stay text until a reader asks for more.</summary>
public sealed record ScalarNode(Place Where, string Text, ScalarForm Form) : DataNode(Where)
{
    /// <summary>Whether this stands for "nothing": an empty plain value, <c>~</c> or <c>null</c> without quotes.</summary>
    public bool IsNull => Form == ScalarForm.Plain && Text is ("" or "~" or "null" or "Null" or "NULL");
}

/// <summary>How a scalar is written.</summary>
public enum ScalarForm
{
    /// <summary>Without quotes; in JSON <c>true</c>, <c>false</c> and <c>null</c>.</summary>
    Plain,

    /// <summary>In quotes or as a YAML block: always text.</summary>
    Quoted,

    /// <summary>A JSON number; an exponent is allowed.</summary>
    Number,
}
