// Gives every cell of the records of a CSV text its line and column.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Encodings;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>Follows the records of one text in order by their raw text; used once.</summary>
internal sealed class CsvRecords(SourceText source, CsvSeparator separator)
{
    private int _line = source.Text.AsSpan(0, separator.TextStart).Count('\n') + 1;
    private int _column = 1;

    /// <summary>Where the next record begins.</summary>
    public Place Start => new(source.File, _line, _column);

    /// <summary>Where a quote of the last record opens that nothing closes; null in a sound record.</summary>
    public Place? UnclosedQuote { get; private set; }

    /// <summary>The cells of the next record.</summary>
    public Cell[] Next(string[] texts, string raw)
    {
        if (raw.Contains('"')) return Walk(texts, raw);
        var cells = new Cell[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            cells[i] = new Cell(texts[i], CellKind.Text, Start);
            _column += texts[i].Length + 1;
        }

        if (raw.EndsWith('\n') || raw.EndsWith('\r')) (_line, _column) = (_line + 1, 1);
        return cells;
    }

    // Where a record holds quotes, separators and line breaks inside them do not count.
    private Cell[] Walk(string[] texts, string raw)
    {
        var cells = new Cell[texts.Length];
        var (next, quoted, isQuotedCell, atStart) = (0, false, false, true);
        for (var i = 0; i < raw.Length; i++)
        {
            if (atStart)
            {
                isQuotedCell = quoted = raw[i] == '"';
                if (next < cells.Length) cells[next] = new Cell(texts[next], quoted ? CellKind.Quoted : CellKind.Text, Start);
                next++;
            }
            else if (raw[i] == '"' && isQuotedCell)
            {
                quoted = !quoted;
            }

            atStart = !quoted && raw[i] == separator.Sign;
            Pass(raw, i);
        }

        UnclosedQuote = quoted ? cells[Math.Min(next, cells.Length) - 1].Where : null;
        for (; next < cells.Length; next++) cells[next] = new Cell(texts[next], CellKind.Text, Start);
        return cells;
    }

    private void Pass(string raw, int i)
    {
        if (raw[i] == '\n' || (raw[i] == '\r' && (i + 1 == raw.Length || raw[i + 1] != '\n'))) (_line, _column) = (_line + 1, 1);
        else _column++;
    }
}
