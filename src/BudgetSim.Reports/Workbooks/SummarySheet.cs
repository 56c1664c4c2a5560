// Writes the first sheet: what the report says in a few sentences.
using System.Xml;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Workbooks;

/// <summary>Title, sentences, key figures and the certificate.</summary>
internal static class SummarySheet
{
    private static readonly double[] Widths = [34, 30, 60];

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Writes the part.</summary>
    public static void Write(Report report, Language language, XmlWriter xml)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw(
            """<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0" showGridLines="0"/></sheetViews><sheetFormatPr defaultRowHeight="16"/>""");
        SheetWriter.WriteWidths(Widths, xml);
        xml.WriteStartElement("sheetData", Main);
        var merged = WriteRows(report, language, xml);
        xml.WriteEndElement();
        xml.WriteRaw(
            $"""<mergeCells count="{merged.Count}">{string.Concat(merged.Select(row => $"<mergeCell ref=\"A{row}:C{row}\"/>"))}</mergeCells>""");
        SheetWriter.WritePageSetup(language, xml);
        xml.WriteEndElement();
    }

    private static List<int> WriteRows(Report report, Language language, XmlWriter xml)
    {
        var merged = new List<int>();
        var row = 0;
        void Line(Text text, CellStyle style, double height)
        {
            SheetWriter.WriteTexts(xml, ++row, style, height, text.In(language));
            merged.Add(row);
        }

        Line(report.Title, CellStyle.Title, 32);
        if (report.Subtitle != Text.Empty) Line(report.Subtitle, CellStyle.Note, 0);
        row++;
        foreach (var sentence in report.Summary) Line(sentence, CellStyle.Strong, HeightOf(sentence.In(language)));
        row++;
        foreach (var figure in report.KeyFigures)
            SheetWriter.WriteTexts(
                xml,
                ++row,
                CellStyle.Text,
                KeyFigureHeight(figure, language),
                figure.Label.In(language),
                figure.Value.In(language),
                figure.Note.In(language));
        row++;
        if (report.Certificate is { } certificate)
        {
            Line(Wording.Of("certificate"), CellStyle.Strong, 0);
            foreach (var sentence in certificate.Details.Prepend(certificate.Statement))
                Line(sentence, CellStyle.Note, HeightOf(sentence.In(language)));
        }

        return merged;
    }

    private static double KeyFigureHeight(KeyFigure figure, Language language) =>
        SheetWidths.HeightOf([Cell.Of(figure.Label), Cell.Of(figure.Value), Cell.Of(figure.Note)], Widths, language);

    // Merged cells do not grow by themselves; about 120 half-width columns fit in a line.
    private static double HeightOf(string text) => 17 * (1 + (ShortName.Width(text) / 112));
}
