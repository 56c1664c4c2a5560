// Writes CSV files that Excel opens as they are: UTF-8 with mark, commas, CR LF, no cell that runs as a formula.
using System.Globalization;
using System.Text;
using BudgetSim.Core.Diagnostics;
using CsvHelper;
using CsvHelper.Configuration;

namespace BudgetSim.Scenarios.Files.Output;

/// <summary>The writer of CSV; numbers stay numbers, text that begins like a formula gets an apostrophe in front.</summary>
public static class CsvOutput
{
    // The signs that begin a formula, also in their full-width form, which some spreadsheets take for them.
    private const string FormulaSigns = "=+-@\t\r＝＋－＠";

    /// <summary>Writes the whole table or nothing; the fault when the file cannot be written, else null.</summary>
    public static Diagnostic? WriteCsv(string path, OutputTable table) => AtomicFile.Write(path, stream => WriteCsv(stream, table));

    /// <summary>Writes the table to a stream, which stays open.</summary>
    public static void WriteCsv(Stream stream, OutputTable table)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 16, leaveOpen: true);
        using var writer = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }, leaveOpen: true);
        foreach (var column in table.Columns) writer.WriteField(Guarded(column));
        writer.NextRecord();
        foreach (var row in table.Rows)
        {
            foreach (var cell in row) writer.WriteField(cell.Kind == OutputKind.Text ? Guarded(cell.Text) : cell.Text);
            writer.NextRecord();
        }
    }

    /// <summary>The text, with an apostrophe in front if a spreadsheet would take it for a formula.</summary>
    public static string Guarded(string text) =>
        text.Length > 0 && FormulaSigns.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    /// <summary>The text that <see cref="Guarded"/> was given.</summary>
    public static string Unguarded(string text) =>
        text.Length > 1 && text[0] == '\'' && FormulaSigns.Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
}
