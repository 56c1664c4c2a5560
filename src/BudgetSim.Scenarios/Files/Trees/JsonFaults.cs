// The faults of JSON text, each with the typing mistake that most likely caused it.
using System.Text;
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>Faults BS020 to BS022.</summary>
internal static class JsonFaults
{
    /// <summary>Text that is not JSON, cut at the place where the parser stopped.</summary>
    public static Diagnostic Syntax(Place where, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var (message, hint) = Explain(
            Encoding.UTF8.GetString(before).TrimEnd(), Encoding.UTF8.GetString(after[..Math.Min(64, after.Length)]));
        return Diagnostic.Error(where, "BS020", message, hint);
    }

    public static Diagnostic HalfCharacter(Place where) =>
        Diagnostic.Error(
            where, "BS021", @"found half of a character (\uD800 to \uDFFF alone), expected text", "write the character itself");

    public static Diagnostic Empty(Place where) =>
        Diagnostic.Error(where, "BS022", "found nothing, expected JSON", "write { } for an empty object");

    private static (string Message, string Hint) Explain(string before, string after)
    {
        if (string.IsNullOrWhiteSpace(after)) return ("the text ends before its last } ] or quote", "close what is open");
        if (before.EndsWith(',') && after[0] is '}' or ']') return ($"found a comma before {after[0]}", "remove the comma");
        if (before.EndsWith('\\')) return ($"found the escape \\{after[0]}, which JSON does not have", @"use \n \t \"" \\ \/ or \uXXXX");
        return after[0] switch
        {
            '\'' => ("found a single quote, expected JSON", "use double quotes"),
            '/' or '#' => ("found a comment, expected JSON", "remove the comment"),
            '：' or '，' or '“' or '”' => ($"found the full-width sign {after[0]}, expected its ASCII form", "write : , or \""),
            '\r' or '\n' => ("found a line break inside a text", @"write \n"),
            _ =>
                ($"found {Shown.Text(FirstWord(after))}, expected a value, a name in quotes, or one of , : }} ]",
                 "check the commas, colons and quotes before it"),
        };
    }

    private static string FirstWord(string text)
    {
        var end = 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-')) end++;
        return text[..end];
    }
}
