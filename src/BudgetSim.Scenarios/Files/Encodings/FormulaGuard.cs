// Keeps a spreadsheet from running a text of a CSV file as a formula, and takes the guard off when the file is read.
namespace BudgetSim.Scenarios.Files.Encodings;

/// <summary>
/// The apostrophe in front of a text that a spreadsheet could take for a formula; what is guarded and then bared is the text again.
/// </summary>
public static class FormulaGuard
{
    // The signs that begin a formula, also in their full-width form, which some spreadsheets take for them; and the guard itself.
    private const string Signs = "=+-@\t\r\n'＝＋－＠";

    /// <summary>The text as it stands in a CSV field.</summary>
    public static string Guarded(string text) => Begins(text, 0) ? "'" + text : text;

    /// <summary>The text of a CSV field.</summary>
    public static string Bared(string field) => field.Length > 0 && field[0] == '\'' && Begins(field, 1) ? field[1..] : field;

    private static bool Begins(string text, int at) => text.Length > at && Signs.Contains(text[at], StringComparison.Ordinal);
}
