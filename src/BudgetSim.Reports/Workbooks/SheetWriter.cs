// Writes one sheet row by row, so that a hundred thousand rows take no more memory than ten.
using System.Globalization;
using System.Xml;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Workbooks;

/// <summary>A table as a sheet: title, headings, rows, total, notes; A4 landscape, headings frozen, filtered and repeated.</summary>
internal static class SheetWriter
{
    /// <summary>The row of the headings; the rows of the table follow.</summary>
    public const int HeadingRow = 2;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int MostRows = 1_048_000;
    private const int NoteColumns = 6;
    private const double WidestPage = 260;

    /// <summary>The cells that the filter covers, such as <c>$A$2:$F$40</c>.</summary>
    public static string FilterRange(ReportTable table) =>
        $"$A${HeadingRow}:${Letters(table.Columns.Count)}${HeadingRow + Math.Max(1, Math.Min(table.Rows.Count, MostRows))}";

    /// <summary>Writes the part of one sheet.</summary>
    public static void Write(ReportTable table, Language language, XmlWriter xml)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>""");
        xml.WriteRaw(
            $"""<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="{HeadingRow}" topLeftCell="A{HeadingRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/>""");
        var figures = SheetFigures.Of(table);
        var widths = SheetWidths.Of(table, figures, language);
        WriteWidths(widths, xml);
        xml.WriteStartElement("sheetData", Main);
        var last = WriteRows(table, language, figures, widths, xml);
        xml.WriteEndElement();
        xml.WriteRaw($"""<autoFilter ref="{FilterRange(table).Replace("$", "", StringComparison.Ordinal)}"/>""");
        xml.WriteRaw(Merges(table, last));
        WritePageSetup(language, xml, PagesAcross(widths));
        xml.WriteEndElement();
    }

    /// <summary>
    /// What every printed page repeats: the headings, and on a sheet of several pages across the names that begin each row.
    /// </summary>
    public static IEnumerable<string> PrintTitles(ReportTable table, Language language)
    {
        var names = table.Columns.TakeWhile(column => column.Kind == ColumnKind.Text).Count();
        if (names > 0 && PagesAcross(SheetWidths.Of(table, SheetFigures.Of(table), language)) > 1)
            yield return $"$A:${Letters(Math.Min(2, names))}";
        yield return $"$1:${HeadingRow}";
    }

    /// <summary>The cells that are printed where that is not all of them: of an example the first rows.</summary>
    public static IEnumerable<string> PrintArea(ReportTable table)
    {
        if (table.IsExample && table.Rows.Count > ReportTable.RowsOnPaper)
            yield return $"$A$1:${Letters(table.Columns.Count)}${HeadingRow + ReportTable.RowsOnPaper}";
    }

    /// <summary>Margins, A4 landscape as wide as that many pages, and the page number.</summary>
    public static void WritePageSetup(Language language, XmlWriter xml, int pagesAcross = 1)
    {
        xml.WriteRaw(
            $"""<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="{pagesAcross}" fitToHeight="0"{(pagesAcross > 1 ? " pageOrder=\"overThenDown\"" : "")}/>""");
        xml.WriteStartElement("headerFooter", Main);
        xml.WriteElementString("oddFooter", Main, "&L&A&R" + Wording.Of("page-of").In(language));
        xml.WriteEndElement();
    }

    /// <summary>One row of texts in one style, each in its column from the first.</summary>
    public static void WriteTexts(XmlWriter xml, int row, CellStyle style, double height, params string[] texts)
    {
        StartRow(xml, row, height);
        for (var i = 0; i < texts.Length; i++) WriteText(xml, row, i, texts[i], style);
        xml.WriteEndElement();
    }

    // A page shrunk to less than half cannot be read.
    private static int PagesAcross(double[] widths) => Math.Max(1, (int)Math.Ceiling(widths.Sum() / WidestPage));

    private static int WriteRows(ReportTable table, Language language, SheetFigures[] figures, double[] widths, XmlWriter xml)
    {
        WriteTexts(xml, 1, CellStyle.Title, 30, table.Title.In(language));
        var titles = table.Columns.Select(column => column.Heading(table.Unit).In(language)).ToArray();
        WriteTexts(xml, HeadingRow, CellStyle.Heading, SheetWidths.HeadingHeight(titles, widths), titles);
        var row = HeadingRow;
        foreach (var (cells, isTotal) in table.CheckedRows().Take(MostRows))
        {
            StartRow(xml, ++row, SheetWidths.HeightOf(cells, widths, language));
            for (var i = 0; i < cells.Count; i++)
                WriteCell(xml, row, i, cells[i], new CellForm(table.Unit, language, figures[i].HasDecimals, isTotal));
            xml.WriteEndElement();
        }

        row++;
        if (table.Rows.Count > MostRows) WriteTexts(xml, ++row, CellStyle.Note, 0, Wording.Of("more-rows").In(language));
        foreach (var note in table.Notes)
            WriteTexts(xml, ++row, CellStyle.Note, 16 * (1 + (ShortName.Width(note.In(language)) / 80)), note.In(language));
        return row;
    }

    private static void WriteCell(XmlWriter xml, int row, int column, Cell cell, CellForm form)
    {
        switch (cell)
        {
            case YuanCell yuan: WriteNumber(xml, row, column, form.Unit.InUnits(yuan.Amount), form.Number(yuan.IsLowerBound)); break;
            case CountCell count: WriteNumber(xml, row, column, count.Number, form.Number(isLowerBound: false)); break;
            case RatioCell { Value: var ratio } when Math.Abs(ratio) < 1e15:
                WriteNumber(xml, row, column, (decimal)ratio, form.IsTotal ? CellStyle.TotalPercent : CellStyle.Percent);
                break;
            case ProbabilityCell probability:
                WriteNumber(xml, row, column, (decimal)probability.Value, form.IsTotal ? CellStyle.TotalPercent : CellStyle.Percent);
                break;
            case DateCell date:
                WriteNumber(
                    xml,
                    row,
                    column,
                    (decimal)date.Value.ToDateTime(default).ToOADate(),
                    form.IsTotal ? CellStyle.TotalDate : CellStyle.Date);
                break;
            default:
                var text = CellText.Of(cell, form.Unit, form.Language);
                WriteText(
                    xml,
                    row,
                    column,
                    text,
                    form.IsTotal ? CellStyle.TotalText
                        : cell is not TextCell ? CellStyle.Missing
                        : SheetText.LooksLikeFormula(text) ? CellStyle.FormulaLike
                        : CellStyle.Text);
                break;
        }
    }

    private static void WriteNumber(XmlWriter xml, int row, int column, decimal value, CellStyle style)
    {
        StartCell(xml, row, column, style);
        xml.WriteElementString("v", Main, (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    // Texts stand in the sheet itself as texts; there is no way from such a cell to a formula.
    private static void WriteText(XmlWriter xml, int row, int column, string text, CellStyle style)
    {
        StartCell(xml, row, column, style);
        if (text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(SheetText.Cell(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void StartRow(XmlWriter xml, int row, double height)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
        if (height <= 0) return;
        xml.WriteAttributeString("ht", height.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("customHeight", "1");
    }

    private static void StartCell(XmlWriter xml, int row, int column, CellStyle style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", Letters(column + 1) + row.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("s", ((int)style).ToString(CultureInfo.InvariantCulture));
    }

    internal static void WriteWidths(double[] widths, XmlWriter xml)
    {
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < widths.Length; i++)
            xml.WriteRaw(string.Create(
                CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{widths[i]:0.#}" customWidth="1"/>"""));
        xml.WriteEndElement();
    }

    // Long remarks run over all columns; merged rows do not grow by themselves.
    private static string Merges(ReportTable table, int lastRow)
    {
        if (table.Notes.Count == 0) return "";
        var refs = table.Notes
            .Select((_, i) => $"""<mergeCell ref="A{lastRow - i}:{Letters(Math.Max(NoteColumns, table.Columns.Count))}{lastRow - i}"/>""")
            .ToList();
        return $"""<mergeCells count="{refs.Count}">{string.Concat(refs)}</mergeCells>""";
    }

    internal static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }
}
