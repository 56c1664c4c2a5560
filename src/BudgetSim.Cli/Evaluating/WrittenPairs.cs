// Pairs NAME=VALUE of a command line, with the place that messages give them.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Encodings;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Cli.Evaluating;

/// <summary>A command line's pairs as the nodes that file readers take.</summary>
internal static class WrittenPairs
{
    /// <summary>The pairs written after <paramref name="option"/>; one that is no pair is a fault.</summary>
    public static MappingNode Read(string option, IEnumerable<string> written, ICollection<Diagnostic> faults)
    {
        var entries = new List<DataEntry>();
        foreach (var text in written)
        {
            var split = text.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0)
            {
                faults.Add(NotAPair(option, text));
                continue;
            }

            var (name, where) = (text[..split].Trim(), Place.Of($"{option} {text[..split].Trim()}"));
            entries.RemoveAll(entry => entry.Key == name);
            entries.Add(new DataEntry(name, where, Value(text[(split + 1)..].Trim(), where, faults)));
        }

        return new MappingNode(Place.Of(option), entries);
    }

    /// <summary>The pairs as texts.</summary>
    public static Dictionary<string, string> Texts(MappingNode pairs) =>
        pairs.Entries.ToDictionary(entry => entry.Key, entry => entry.Value is ScalarNode scalar ? scalar.Text : "");

    // Lists and mappings are written as in YAML, everything else is one value.
    private static DataNode Value(string text, Place where, ICollection<Diagnostic> faults)
    {
        if (text is not (['[', ..] or ['{', ..])) return new ScalarNode(where, text, ScalarForm.Plain);
        var tree = YamlFile.Read(new SourceText(where.File, text));
        foreach (var fault in tree.Diagnostics) faults.Add(fault);
        return tree.Value ?? new ScalarNode(where, text, ScalarForm.Plain);
    }

    private static Diagnostic NotAPair(string option, string text) =>
        Diagnostic.Error(
            Place.Of(option),
            "BS211",
            $"expected NAME=VALUE, found '{text}'",
            "write the name, an equals sign and the value without spaces");
}
