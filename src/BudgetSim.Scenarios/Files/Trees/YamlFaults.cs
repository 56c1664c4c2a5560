// The faults of YAML files, in words for people who do not know YAML's grammar.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Encodings;
using YamlDotNet.Core;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>Faults BS012 to BS016.</summary>
internal static class YamlFaults
{
    /// <summary>Text that is not YAML; the likely cause is looked for around the place where the parser stopped.</summary>
    public static Diagnostic Syntax(SourceText source, Mark stop, string said)
    {
        var (place, message, hint) = YamlMistake.Explain(source, (int)stop.Line, (int)stop.Column, said);
        return Diagnostic.Error(place, "BS012", message, hint);
    }

    public static Diagnostic Empty(string file) =>
        Diagnostic.Error(
            Place.Of(file), "BS013", "the file is empty, expected a mapping (key: value)", "check that this is the file you mean");

    public static Diagnostic SecondDocument(Place where) =>
        Diagnostic.Error(
            where,
            "BS014",
            "found a second YAML document, expected one per file",
            "remove the line '---' or move the rest to its own file");

    public static Diagnostic Reference(Place where, string kind, string text) =>
        Diagnostic.Error(where, "BS015", $"found the {kind} {Shown.Text(text)}, expected plain values", kind switch
        {
            "tag" => "leave the tag out; text that begins with ! needs quotes",
            _ => "write the value out where it is used; text that begins with & or * needs quotes",
        });

    public static Diagnostic KeyIsNotText(DataNode key) =>
        Diagnostic.Error(key.Where, "BS016", $"found {Shown.Node(key)} as a key, expected a name", "write 'name: value'");
}
