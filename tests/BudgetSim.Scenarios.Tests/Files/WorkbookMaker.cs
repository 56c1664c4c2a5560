// Makes small workbooks for tests, part by part.
using System.IO.Compression;
using System.Text;

namespace BudgetSim.Scenarios.Tests.Files;

/// <summary>A workbook whose first sheet has the given rows of cell XML.</summary>
internal static class WorkbookMaker
{
    private const string Dates =
        "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>";

    /// <summary>The bytes of a workbook; cell formats 1 and 2 are dates, 3 is a percentage.</summary>
    public static byte[] Of(
        string sheetData, string after = "", string shared = "", string? sheets = null, string workbookProperties = "") =>
        Zip(
            ("xl/workbook.xml",
             $"<workbook xmlns:r=\"http://r\">{workbookProperties}<sheets>{sheets ?? "<sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/>"}</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels",
             "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"),
            ("xl/styles.xml", Dates),
            ("xl/sharedStrings.xml", $"<sst>{shared}</sst>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{sheetData}</sheetData>{after}</worksheet>"),
            ("xl/worksheets/sheet2.xml",
             "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>second</t></is></c></row></sheetData></worksheet>"));

    /// <summary>A zip file of named texts.</summary>
    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
