// Writes a report as an Excel workbook, part by part, straight into the file.
using System.IO.Compression;
using System.Text;
using System.Xml;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Workbooks;

/// <summary>
/// One sheet per table in the chosen language, a summary in front, the figures of the charts behind, and their pictures.
/// Every figure is a number in the unit its heading names; there is no formula. The same report gives the same bytes.
/// </summary>
public static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly DateTimeOffset EarliestZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the workbook; <paramref name="pictures"/> may be empty.</summary>
    public static void Write(Report report, Language language, IReadOnlyList<PaintedChart> pictures, Stream to)
    {
        var tables = report.Tables.Concat(report.Charts.Select(chart => chart.ToTable())).ToList();
        var painted = pictures.Where(picture => picture.Picture.Png.Length > 0).ToList();
        var sheets = SheetNames(tables, painted.Count > 0, language);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        Part(zip, "[Content_Types].xml", ContentTypes(sheets.Count, painted.Count > 0));
        Part(
            zip,
            "_rels/.rels",
            $"""<Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part(zip, "xl/workbook.xml", xml => WriteWorkbook(xml, sheets, tables, language));
        Part(zip, "xl/_rels/workbook.xml.rels", WorkbookRelations(sheets.Count));
        Part(zip, "xl/styles.xml", StyleSheet.Write);
        Part(zip, SheetPath(1), xml => SummarySheet.Write(report, language, xml));
        for (var i = 0; i < tables.Count; i++)
        {
            var table = tables[i];
            Part(zip, SheetPath(i + 2), xml => SheetWriter.Write(table, language, xml));
        }

        if (painted.Count > 0) WritePictures(zip, sheets.Count, painted, language);
    }

    private static List<string> SheetNames(List<ReportTable> tables, bool hasPictures, Language language)
    {
        var taken = new HashSet<string>();
        var titles = tables.Select(table => table.Title).Prepend(Wording.Of("summary"));
        if (hasPictures) titles = titles.Append(Wording.Of("pictures"));
        return titles.Select(title => SheetText.Name(title.In(language), taken)).ToList();
    }

    private static void WriteWorkbook(XmlWriter xml, List<string> sheets, List<ReportTable> tables, Language language)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteRaw("<bookViews><workbookView activeTab=\"0\"/></bookViews>");
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", sheets[i]);
            xml.WriteAttributeString("sheetId", $"{i + 1}");
            xml.WriteAttributeString("r", "id", Relations, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("definedNames", Main);
        for (var i = 0; i < tables.Count; i++)
            WriteName(xml, "_xlnm._FilterDatabase", i + 1, sheets[i + 1], [SheetWriter.FilterRange(tables[i])], isHidden: true);
        for (var i = 0; i < tables.Count; i++)
            WriteName(xml, "_xlnm.Print_Titles", i + 1, sheets[i + 1], SheetWriter.PrintTitles(tables[i], language), isHidden: false);
        for (var i = 0; i < tables.Count; i++)
            WriteName(xml, "_xlnm.Print_Area", i + 1, sheets[i + 1], SheetWriter.PrintArea(tables[i]), isHidden: false);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteName(XmlWriter xml, string name, int sheet, string sheetName, IEnumerable<string> ranges, bool isHidden)
    {
        if (!ranges.Any()) return;
        xml.WriteStartElement("definedName", Main);
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("localSheetId", $"{sheet}");
        if (isHidden) xml.WriteAttributeString("hidden", "1");
        xml.WriteString(string.Join(',', ranges.Select(range => $"'{sheetName.Replace("'", "''", StringComparison.Ordinal)}'!{range}")));
        xml.WriteEndElement();
    }

    private static void WritePictures(ZipArchive zip, int sheet, List<PaintedChart> painted, Language language)
    {
        Part(zip, SheetPath(sheet), xml => PictureSheet.WriteSheet(painted, language, xml));
        Part(
            zip,
            $"xl/worksheets/_rels/sheet{sheet}.xml.rels",
            $"""<Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Relations}/drawing" Target="../drawings/drawing1.xml"/></Relationships>""");
        Part(zip, "xl/drawings/drawing1.xml", xml => PictureSheet.WriteDrawing(painted, language, xml));
        var images = painted.Select(
            (_, i) => $"""<Relationship Id="rId{i + 1}" Type="{Relations}/image" Target="../media/image{i + 1}.png"/>""");
        Part(zip, "xl/drawings/_rels/drawing1.xml.rels", $"""<Relationships xmlns="{Package}">{string.Concat(images)}</Relationships>""");
        for (var i = 0; i < painted.Count; i++)
        {
            using var image = Entry(zip, $"xl/media/image{i + 1}.png", CompressionLevel.NoCompression).Open();
            image.Write(painted[i].Picture.Png.Span);
        }
    }

    private static string ContentTypes(int sheets, bool hasPictures)
    {
        const string types = "application/vnd.openxmlformats-officedocument";
        var parts = Enumerable.Range(1, sheets)
            .Select(i => $"""<Override PartName="/{SheetPath(i)}" ContentType="{types}.spreadsheetml.worksheet+xml"/>""");
        var drawing = hasPictures
            ? $"""<Default Extension="png" ContentType="image/png"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="{types}.drawing+xml"/>"""
            : "";
        return
            $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{drawing}<Override PartName="/xl/workbook.xml" ContentType="{types}.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{types}.spreadsheetml.styles+xml"/>{string.Concat(parts)}</Types>""";
    }

    private static string WorkbookRelations(int sheets)
    {
        var parts = Enumerable.Range(1, sheets)
            .Select(i => $"""<Relationship Id="rId{i}" Type="{Relations}/worksheet" Target="worksheets/sheet{i}.xml"/>""");
        return
            $"""<Relationships xmlns="{Package}">{string.Concat(parts)}<Relationship Id="rId{sheets + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""";
    }

    private static string SheetPath(int number) => $"xl/worksheets/sheet{number}.xml";

    private static ZipArchiveEntry Entry(ZipArchive zip, string path, CompressionLevel level)
    {
        var entry = zip.CreateEntry(path, level);
        entry.LastWriteTime = EarliestZipTime;
        return entry;
    }

    private static void Part(ZipArchive zip, string path, string xml)
    {
        using var stream = Entry(zip, path, CompressionLevel.Fastest).Open();
        stream.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="utf-8" standalone="yes"?>""" + xml));
    }

    private static void Part(ZipArchive zip, string path, Action<XmlWriter> write)
    {
        using var stream = Entry(zip, path, CompressionLevel.Fastest).Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = true });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }
}
