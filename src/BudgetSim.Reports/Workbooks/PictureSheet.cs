// Writes the sheet that shows the charts as pictures.
using System.Buffers.Binary;
using System.Globalization;
using System.Xml;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Workbooks;

/// <summary>A chart with its picture.</summary>
public sealed record PaintedChart(Chart Chart, Picture Picture);

/// <summary>Pictures below one another, each 900 pixels wide.</summary>
internal static class PictureSheet
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private const string Shapes = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const int EmuPerPixel = 9525;
    private const int Width = 900;
    private const int RowHeight = 20;

    /// <summary>The sheet itself: empty but for the drawing.</summary>
    public static void WriteSheet(IReadOnlyList<PaintedChart> charts, Language language, XmlWriter xml)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw(
            """<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/>""");
        SheetWriter.WritePageSetup(language, xml);
        WriteBreaks(charts, xml);
        xml.WriteStartElement("drawing", Main);
        xml.WriteAttributeString("r", "id", Relations, "rId1");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The places of the pictures; picture i is related as rId(i+1).</summary>
    public static void WriteDrawing(IReadOnlyList<PaintedChart> charts, Language language, XmlWriter xml)
    {
        xml.WriteStartElement("xdr", "wsDr", Drawing);
        xml.WriteAttributeString("xmlns", "a", null, Shapes);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        var rows = Rows(charts);
        for (var i = 0; i < charts.Count; i++)
            WriteAnchor(xml, i, rows[i], HeightOf(charts[i].Picture.Png.Span), charts[i].Chart.Title.In(language));
        xml.WriteEndElement();
    }

    // Each picture is printed on a page of its own.
    private static void WriteBreaks(IReadOnlyList<PaintedChart> charts, XmlWriter xml)
    {
        var breaks = Rows(charts).Skip(1).Select(row => $"""<brk id="{row}" max="16383" man="1"/>""").ToList();
        if (breaks.Count > 0)
            xml.WriteRaw($"""<rowBreaks count="{breaks.Count}" manualBreakCount="{breaks.Count}">{string.Concat(breaks)}</rowBreaks>""");
    }

    // The row, from 0, in which each picture begins.
    private static List<int> Rows(IReadOnlyList<PaintedChart> charts)
    {
        var rows = new List<int>();
        var next = 0;
        foreach (var chart in charts)
        {
            rows.Add(next);
            next += (HeightOf(chart.Picture.Png.Span) / RowHeight) + 3;
        }

        return rows;
    }

    private static int HeightOf(ReadOnlySpan<byte> png)
    {
        var width = BinaryPrimitives.ReadInt32BigEndian(png[16..]);
        return (int)((long)BinaryPrimitives.ReadInt32BigEndian(png[20..]) * Width / width);
    }

    private static void WriteAnchor(XmlWriter xml, int index, int row, int height, string title)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"""cx="{(long)Width * EmuPerPixel}" cy="{(long)height * EmuPerPixel}" """);
        xml.WriteStartElement("oneCellAnchor", Drawing);
        xml.WriteRaw(
            $"""<xdr:from><xdr:col>0</xdr:col><xdr:colOff>95250</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext {size}/>""");
        xml.WriteStartElement("pic", Drawing);
        xml.WriteStartElement("nvPicPr", Drawing);
        xml.WriteStartElement("cNvPr", Drawing);
        xml.WriteAttributeString("id", $"{index + 2}");
        xml.WriteAttributeString("name", $"Chart {index + 1}");
        xml.WriteAttributeString("descr", ShortName.Of(title, 240));
        xml.WriteEndElement();
        xml.WriteRaw("""<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr>""");
        xml.WriteEndElement();
        xml.WriteRaw(
            $"""<xdr:blipFill><a:blip r:embed="rId{index + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>""");
        xml.WriteEndElement();
        xml.WriteRaw("<xdr:clientData/>");
        xml.WriteEndElement();
    }
}
