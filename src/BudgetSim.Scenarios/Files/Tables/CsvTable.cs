// Reads comma-, semicolon- or tab-separated text as people's spreadsheets write it.
using System.Text;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Encodings;
using CsvHelper;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>Encoding and separator are found out; quotes are RFC 4180; every cell knows its line and column.</summary>
public static class CsvTable
{
    /// <summary>The table in <paramref name="bytes"/>; <paramref name="file"/> names it in messages.</summary>
    public static Loaded<Table> Read(string file, byte[] bytes)
    {
        var encoding = EncodingGuess.Of(bytes);
        if (ToUtf8(bytes, encoding) is not { } utf8) return new Loaded<Table>(null, [TableFaults.UnreadableText(file)]);
        var zero = utf8.Span.IndexOf((byte)0);
        if (zero >= 0) return new Loaded<Table>(null, [SourceFile.HasNul(SourceFile.PlaceOf(file, utf8.Span, zero))]);
        var faults = new List<Diagnostic>();
        var rows = Rows(file, utf8, CsvSeparator.Of(utf8.Span), faults);
        return TableShape.ToTable(file, rows, pad: false, faults);
    }

    /// <summary>The table in text at hand.</summary>
    public static Loaded<Table> Read(SourceText source) => Read(source.File, Encoding.UTF8.GetBytes(source.Text));

    private static ReadOnlyMemory<byte>? ToUtf8(byte[] bytes, TextEncoding encoding)
    {
        if (encoding == TextEncoding.Utf8) return bytes.AsMemory(bytes.AsSpan().StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0);
        if (EncodingGuess.Decode(bytes, encoding) is not { } text) return null;
        return Encoding.UTF8.GetBytes(text);
    }

    private static List<Cell[]> Rows(string file, ReadOnlyMemory<byte> utf8, CsvSeparator separator, List<Diagnostic> faults)
    {
        using var reader = CsvReader.Create(utf8[separator.TextStart..], new CsvReaderOptions
        {
            Separator = separator.Sign,
            HasHeader = false,
            TrackLineNumbers = true,
            PoolStrings = true,
        });
        var linesBefore = utf8.Span[..separator.TextStart].Count((byte)'\n');
        var rows = new List<Cell[]>();
        for (var cells = 0L; reader.Read();)
        {
            var start = new Place(file, (int)reader.LineNumber + linesBefore, 1);
            cells += reader.FieldCount;
            if (reader.FieldCount > TableShape.MostColumns) faults.Add(TableFaults.TooManyColumns(start, reader.FieldCount, TableShape.MostColumns));
            else if (cells > TableShape.MostCells) faults.Add(TableFaults.TooManyCells(start, TableShape.MostCells));
            if (faults.Count > 0) break;
            rows.Add(Row(reader, start, faults));
        }

        return rows;
    }

    private static Cell[] Row(CsvReader reader, Place next, List<Diagnostic> faults)
    {
        var row = new Cell[reader.FieldCount];
        for (var i = 0; i < row.Length; i++)
        {
            var raw = reader.GetRawSpan(i);
            var quoted = raw.StartsWith("\""u8);
            row[i] = new Cell(reader.GetString(i), quoted ? CellKind.Quoted : CellKind.Text, next);
            if (quoted && raw.Count((byte)'"') % 2 == 1) faults.Add(TableFaults.UnclosedQuote(next));
            next = After(raw, row[i], next).Right(1);
        }

        return row;
    }

    private static Place After(ReadOnlySpan<byte> raw, Cell cell, Place start)
    {
        if (cell.Kind == CellKind.Text) return start.Right(cell.Text.Length);
        var lines = LineBreaks(raw);
        if (lines == 0) return start.Right(Encoding.UTF8.GetCharCount(raw));
        return start with { Line = start.Line + lines, Column = Encoding.UTF8.GetCharCount(raw[(raw.LastIndexOfAny((byte)'\n', (byte)'\r') + 1)..]) + 1 };
    }

    // As the reader counts them: CR, LF and CR LF are one break each.
    private static int LineBreaks(ReadOnlySpan<byte> raw) => raw.Count((byte)'\n') + raw.Count((byte)'\r') - raw.Count("\r\n"u8);
}
