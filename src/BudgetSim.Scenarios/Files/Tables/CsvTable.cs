// Reads comma-, semicolon- or tab-separated text as people's spreadsheets write it.
using System.Globalization;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Encodings;
using CsvHelper;
using CsvHelper.Configuration;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>Encoding and separator are found out; quotes are RFC 4180; every cell knows its line and column.</summary>
public static class CsvTable
{
    /// <summary>The table in <paramref name="bytes"/>; <paramref name="file"/> names it in messages.</summary>
    public static Loaded<Table> Read(string file, byte[] bytes) =>
        EncodingGuess.Decode(bytes, EncodingGuess.Of(bytes)) is { } text
            ? Read(new SourceText(file, text))
            : new Loaded<Table>(null, [TableFaults.UnreadableText(file)]);

    /// <summary>The table in text at hand.</summary>
    public static Loaded<Table> Read(SourceText source)
    {
        if (SourceFile.RefuseNul(source) is { } fault) return new Loaded<Table>(null, [fault]);
        var faults = new List<Diagnostic>();
        var rows = Rows(source, CsvSeparator.Of(source.Text), faults);
        return TableShape.ToTable(source.File, rows, pad: false, faults);
    }

    private static List<Cell[]> Rows(SourceText source, CsvSeparator separator, List<Diagnostic> faults)
    {
        using var parser = new CsvParser(new StringReader(source.Text[separator.TextStart..]), Configuration(separator.Sign));
        var records = new CsvRecords(source, separator);
        var rows = new List<Cell[]>();
        for (var cells = 0L; faults.Count == 0 && parser.Read();)
        {
            cells += parser.Count;
            if (parser.Count > TableShape.MostColumns)
                faults.Add(TableFaults.TooManyColumns(records.Start, parser.Count, TableShape.MostColumns));
            else if (cells > TableShape.MostCells) faults.Add(TableFaults.TooManyCells(records.Start, TableShape.MostCells));
            else rows.Add(records.Next(parser.Record!, parser.RawRecord));
            if (records.UnclosedQuote is { } quote) faults.Add(TableFaults.UnclosedQuote(quote));
        }

        return rows;
    }

    private static CsvConfiguration Configuration(char separator) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = separator.ToString(),
        BadDataFound = null,
        IgnoreBlankLines = false,
        CacheFields = true,
        HasHeaderRecord = false,
    };
}
