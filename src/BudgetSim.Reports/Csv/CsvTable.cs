// Writes a table as CSV: for machines, and for Excel with its Chinese intact.
using System.Globalization;
using System.Text;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Files.Encodings;
using CsvHelper;
using CsvHelper.Configuration;

namespace BudgetSim.Reports.Csv;

/// <summary>
/// UTF-8 with a byte order mark, CRLF, commas. The first line holds the columns' ids. Amounts are in yuan with two
/// decimals; ratios and probabilities are numbers from 0 to 1 with up to six, without bound <c>inf</c>; a missing figure is its reason or
/// nothing. A text that a spreadsheet could take for a formula, or that begins with an apostrophe, gets an apostrophe in front.
/// </summary>
public static class CsvTable
{
    // With a line end of its own the library would not quote a lone line feed.
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = field => field.Field is { Length: > 0 } text
            && (text.AsSpan().IndexOfAny("\",\r\n") >= 0 || text[0] == ' ' || text[^1] == ' '),
    };

    /// <summary>Writes the table in one language.</summary>
    public static void Write(ReportTable table, Language language, Stream to)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = new CsvWriter(text, Form);
        foreach (var column in table.Columns) WriteHeading(csv, column);
        csv.NextRecord();
        foreach (var (cells, _) in table.CheckedRows())
        {
            for (var i = 0; i < cells.Count; i++) WriteCell(csv, table.Columns[i], cells[i], language);
            csv.NextRecord();
        }
    }

    private static void WriteHeading(CsvWriter csv, Column column)
    {
        csv.WriteField(column.Id);
        if (column.MayBeLowerBound) csv.WriteField(column.Id + "-is-lower-bound");
    }

    private static void WriteCell(CsvWriter csv, Column column, Cell cell, Language language)
    {
        csv.WriteField(Field(cell, language));
        if (column.MayBeLowerBound) csv.WriteField(cell is YuanCell { IsLowerBound: true } ? "true" : "false");
    }

    private static string Field(Cell cell, Language language) => cell switch
    {
        TextCell text => FormulaGuard.Guarded(text.Value.In(language)),
        YuanCell yuan => yuan.Amount.ToString(),
        CountCell count => count.Number.ToString("0.##", CultureInfo.InvariantCulture),
        RatioCell ratio => Number(ratio.Value),
        ProbabilityCell probability => Number(probability.Value),
        DateCell date => Figures.Date(date.Value),
        MissingCell missing => FormulaGuard.Guarded(missing.Why.In(language)),
        _ => throw new InvalidOperationException(cell.GetType().Name),
    };

    private static string Number(double value) =>
        double.IsFinite(value) ? value.ToString("0.######", CultureInfo.InvariantCulture) : value > 0 ? "inf" : "-inf";
}
