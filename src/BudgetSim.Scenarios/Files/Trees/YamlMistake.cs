// Guesses the typing mistake behind a YAML syntax error.
using System.Buffers;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Encodings;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>From the place where the parser stopped to what the author most likely typed wrong.</summary>
internal static class YamlMistake
{
    private const string FullWidthSigns = "：，｛｝［］＃";

    // What the parser says, what its reader is told instead, and how to mend it.
    private static readonly (string Said, string Message, string Hint)[] Sayings =
    [
        ("invalid mapping",
         "found ': ' inside a value, or a key that is indented too far",
         "put text that holds ': ' in quotes, and indent the keys of one mapping alike"),
        ("cannot start any token", "found a sign that cannot begin a value", "put text that begins with @ ` % | > in quotes"),
        ("node content", "found a sign where a value was expected", "write a value, or put text that begins with ] } , - in quotes"),
        ("flow", "found a { or [ that is not closed as expected", "separate its parts by ', ' and close it with } or ]"),
        ("expected key",
         "found something that is not a key at this indentation",
         "write 'key: value', and indent the keys of one mapping alike"),
        ("'-' indicator", "found a line of a list without '- '", "begin each element with '- ', indented alike"),
        ("document end", "found a line that is indented less than the first", "indent the keys of one mapping alike"),
        ("incompatible", "found a %YAML line, expected data", "remove the line"),
    ];

    private static readonly SearchValues<char> SearchedSigns = SearchValues.Create(FullWidthSigns);

    /// <summary>
    /// Place, message and hint for a parser that stopped at <paramref name="line"/> and <paramref name="column"/> saying
    /// <paramref name="said"/>.
    /// </summary>
    public static (Place Where, string Message, string Hint) Explain(SourceText source, int line, int column, string said)
    {
        var lines = source.Text.Split('\n');
        var place = new Place(source.File, line, column);
        return Tab(place, lines, said) ?? Quote(place, said) ?? FullWidth(place, lines) ?? Other(place, said);
    }

    // A parser that speaks of tabs names the mapping's first line; the tab itself stands on some line below it.
    private static (Place, string, string)? Tab(Place place, string[] lines, string said)
    {
        var last = said.Contains("tab", StringComparison.Ordinal) ? lines.Length : Math.Min(place.Line, lines.Length);
        for (var line = Math.Max(1, place.Line - 1); line <= last; line++)
        {
            var text = lines[line - 1];
            var tab = text.AsSpan(0, text.Length - text.TrimStart(' ', '\t').Length).IndexOf('\t');
            if (tab >= 0 && text.Trim().Length > 0)
                return (place with { Line = line, Column = tab + 1 },
                    "found a tab as indentation, expected spaces",
                    "replace the tab by spaces");
        }

        return null;
    }

    private static (Place, string, string)? Quote(Place place, string said) =>
        said.Contains("quoted scalar", StringComparison.Ordinal)
            ? (place,
                "found a quote that is never closed, or text after its end",
                "close it with the same quote; inside '…' write '' for one quote")
            : null;

    private static (Place, string, string)? FullWidth(Place place, string[] lines)
    {
        for (var line = Math.Min(place.Line, lines.Length); line >= Math.Max(1, place.Line - 1); line--)
        {
            var at = lines[line - 1].AsSpan().IndexOfAny(SearchedSigns);
            if (at < 0) continue;
            var sign = lines[line - 1][at];
            var twin = ":,{}[]#"[FullWidthSigns.IndexOf(sign, StringComparison.Ordinal)];
            return (place with { Line = line, Column = at + 1 },
                $"not valid YAML near the full-width {sign}",
                $"write the ASCII {twin} (and a space after a colon), or put the text in quotes");
        }

        return null;
    }

    private static (Place, string, string) Other(Place place, string said)
    {
        var (_, message, hint) = Array.Find(Sayings, saying => said.Contains(saying.Said, StringComparison.OrdinalIgnoreCase));
        return message is null
            ? (place,
                "the indentation or punctuation is not valid YAML here",
                "indent keys of one mapping alike, and put text with special signs in quotes")
            : (place, message, hint);
    }
}
