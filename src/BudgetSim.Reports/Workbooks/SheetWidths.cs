// How wide the columns of a sheet are, and how high a row must be for its texts.
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Workbooks;

/// <summary>Widths in half-width characters, heights in points; a program that opens the sheet need not fit anything.</summary>
internal static class SheetWidths
{
    private const int RowsMeasured = 1000;
    private const double LineHeight = 15;
    private const int MostLines = 20;

    /// <summary>The width of each column: its own, or what its heading and first rows take, within bounds; figures always fit.</summary>
    public static double[] Of(ReportTable table, SheetFigures[] figures, Language language)
    {
        var rows = table.Rows.Take(RowsMeasured).ToList();
        if (table.Total is { } total) rows.Add(total);
        return [.. table.Columns.Select((_, i) => Fitted(table, rows, i, figures[i].Widest, language))];
    }

    /// <summary>The height of a row whose texts take several lines; 0 where one is enough.</summary>
    public static double HeightOf(IReadOnlyList<Cell> cells, double[] widths, Language language)
    {
        var lines = 1;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is TextCell text) lines = Math.Max(lines, LinesOf(text.Value.In(language), widths[i]));
        }

        return lines == 1 ? 0 : (LineHeight * Math.Min(lines, MostLines)) + 3;
    }

    /// <summary>The height of the row of headings, at least two lines.</summary>
    public static double HeadingHeight(IReadOnlyList<string> titles, double[] widths) =>
        4 + (LineHeight * Math.Max(2, titles.Select((title, i) => LinesOf(title, widths[i] - 1)).Max()));

    private static int LinesOf(string text, double width)
    {
        if (text.Length * 2 < width && !text.Contains('\n')) return 1;
        var room = Math.Max(2, width - 1.5);
        return text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(ShortName.Width(line) * 1.03 / room)));
    }

    private static double Fitted(ReportTable table, List<IReadOnlyList<Cell>> rows, int column, int figures, Language language)
    {
        var own = table.Columns[column].Width;
        if (own > 0) return Math.Max(own, (figures * 1.15) + 2);
        var title = table.Columns[column].Heading(table.Unit).In(language).Split('\n').Max(ShortName.Width);
        var texts = rows.Where(row => row[column] is TextCell or MissingCell or DateCell)
            .Select(row => ShortName.Width(CellText.Of(row[column], table.Unit, language)));
        var widest = texts.DefaultIfEmpty(0).Max();
        return Math.Clamp(Math.Max(Math.Min(22, title + 4), (Math.Max(widest, figures) * 1.15) + 2), 9, 52);
    }
}
