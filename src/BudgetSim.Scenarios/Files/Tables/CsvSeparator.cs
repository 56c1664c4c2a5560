// Finds the sign that separates the cells of a CSV text.
namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>
/// The separator, and the position where the table begins: after the line <c>sep=;</c> that Excel writes, if there is one.
/// </summary>
internal readonly record struct CsvSeparator(char Sign, int TextStart)
{
    /// <summary>The sign that occurs most often in the first line with any, outside quotes; a comma if none does.</summary>
    public static CsvSeparator Of(string text)
    {
        if (Declared(text) is { } declared) return declared;
        int commas = 0, semicolons = 0, tabs = 0;
        var quoted = false;
        foreach (var sign in text)
        {
            if (sign == '"') quoted = !quoted;
            if (quoted) continue;
            if (sign is ('\n' or '\r') && commas + semicolons + tabs > 0) break;
            if (sign == ',') commas++;
            else if (sign == ';') semicolons++;
            else if (sign == '\t') tabs++;
        }

        return new CsvSeparator(tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',', 0);
    }

    private static CsvSeparator? Declared(string text)
    {
        if (text.Length < 6 || !text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) return null;
        if (text[4] is not (',' or ';' or '\t' or '|') || text[5] is not ('\r' or '\n')) return null;
        return new CsvSeparator(text[4], text[5] == '\r' && text.Length > 6 && text[6] == '\n' ? 7 : 6);
    }
}
