// A workbook written by the Open XML library, with its namespaces and parts, is read like one of our own.
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CellText = BudgetSim.Scenarios.Files.Tables.CellText;
using TableFile = BudgetSim.Scenarios.Files.Tables.TableFile;

namespace BudgetSim.Scenarios.Tests.Files;

public sealed class WorkbookOfALibraryTests
{
    [Fact]
    public void Workbook_WithStylesAndSharedTexts_IsRead()
    {
        using var bytes = new MemoryStream();
        Write(bytes);
        var loaded = TableFile.Read("t.xlsx", bytes.ToArray());
        Assert.Empty(loaded.Diagnostics);
        Assert.Equal(["企业", "金额", "日期"], loaded.Value!.Names);
        var row = Assert.Single(loaded.Value.Rows);
        Assert.Equal("甲公司", CellText.Text(row[0]));
        Assert.Equal("2401/2", CellText.Number(row[1], "金额", [])?.ToString());
        Assert.Equal(new DateOnly(2026, 6, 30), CellText.Date(row[2], "日期", []));
    }

    private static void Write(Stream stream)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
            new SharedStringItem(new Text("企业")), new SharedStringItem(new Text("金额")), new SharedStringItem(new Text("日期")),
            new SharedStringItem(new Text("甲公司")));
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 31, ApplyNumberFormat = true }));
        var sheet = book.AddNewPart<WorksheetPart>();
        sheet.Worksheet = new Worksheet(new SheetData(
            new Row(Shared(0), Shared(1), Shared(2)),
            new Row(
                Shared(3), new Cell { CellValue = new CellValue(1200.5) }, new Cell { CellValue = new CellValue(46203), StyleIndex = 1 })));
        book.Workbook = new Workbook(new Sheets(new Sheet { Name = "申报", SheetId = 1, Id = book.GetIdOfPart(sheet) }));
    }

    private static Cell Shared(int index) => new() { DataType = CellValues.SharedString, CellValue = new CellValue(index) };
}
