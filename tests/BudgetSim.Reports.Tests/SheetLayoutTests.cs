// A sheet as a clerk prints it: units in a line of their own, as many decimals in a whole column, room for the widest figure, an example
// cut short.
using System.Globalization;
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Cell = BudgetSim.Reports.Values.Cell;
using Column = BudgetSim.Reports.Values.Column;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Text = BudgetSim.Reports.Values.Text;

namespace BudgetSim.Reports.Tests;

public sealed class SheetLayoutTests
{
    [Fact]
    public void Heading_OfMoney_HasItsUnitInALineOfItsOwn()
    {
        using var book = Opened(Amounts([Cell.Of(Money.FromYuan(1))]));
        Assert.Equal("兑现\n（元）", ReadBack.Sheet(book, "t")["B2"].InnerText);
    }

    [Fact]
    public void Figures_OfAColumn_ShowAsManyDecimals()
    {
        using var book = Opened(Amounts([Cell.Of(Money.FromYuan(7)), Cell.Of(new Money(725)), Cell.AtLeast(Money.FromYuan(3))]));
        var cells = ReadBack.Sheet(book, "t");
        Assert.Equal(["#,##0.00", "#,##0.00", "\"≥ \"#,##0.00"], new[] { "B3", "B4", "B5" }.Select(place => Format(book, cells[place])));
    }

    [Fact]
    public void Figures_OfAColumnOfWholeYuan_ShowNoDecimals()
    {
        using var book = Opened(Amounts([Cell.Of(Money.FromYuan(7)), Cell.AtLeast(Money.FromYuan(3))]));
        var cells = ReadBack.Sheet(book, "t");
        Assert.Equal(["#,##0", "\"≥ \"#,##0"], new[] { "B3", "B4" }.Select(place => Format(book, cells[place])));
    }

    // 123,456,789,012 has 15 signs; a column that is narrower shows ####.
    [Fact]
    public void Column_WithAWideFigureFarBelow_HasRoomForIt()
    {
        using var book = Opened(Amounts([
            .. Enumerable.Repeat(Cell.Of(Money.FromYuan(1)), 5000), Cell.Of(Money.FromYuan(123_456_789_012)),
        ]));
        Assert.InRange(Sheet(book).Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>().ElementAt(1).Width!.Value, 15, 30);
    }

    // Two lines of 15 points and 3 beside them; a short name of two lines has as many lines as a long one.
    [Fact]
    public void Row_WithALineBreak_IsAsHighAsItsLines()
    {
        using var book = Opened(new ReportTable(
            "t", Text.Same("t"), [new("name", Text.Same("name"), ColumnKind.Text)], [[Cell.Of("a\nb")], [Cell.Of("c")]]));
        Assert.Equal(
            [33, null], Sheet(book).Descendants<Row>().Where(row => row.RowIndex!.Value > 2).Take(2).Select(row => row.Height?.Value));
    }

    [Fact]
    public void Example_OnPaper_EndsAfterItsFirstRows()
    {
        using var book = Opened(Amounts([.. Enumerable.Repeat(Cell.Of(Money.FromYuan(1)), 200)]) with { IsExample = true });
        Assert.Equal("'t'!$A$1:$B$32", Name(book, "_xlnm.Print_Area"));
        using var whole = Opened(Amounts([Cell.Of(Money.FromYuan(1))]));
        Assert.Null(Name(whole, "_xlnm.Print_Area"));
    }

    // Two pages across lie side by side, and both begin with the names of the rows.
    [Fact]
    public void BroadTable_OnPaper_GoesAcrossBeforeItGoesDown()
    {
        var columns = Enumerable.Range(0, 40)
            .Select(i => new Column("c" + i, Text.Same("column " + i), i == 0 ? ColumnKind.Text : ColumnKind.Yuan))
            .ToList();
        using var book = Opened(new ReportTable(
            "t", Text.Same("t"), columns, [[Cell.Of("name"), .. Enumerable.Repeat(Cell.Of(Money.FromYuan(1)), 39)]]));
        var setup = Sheet(book).Descendants<PageSetup>().Single();
        Assert.Equal((PageOrderValues.OverThenDown, true), (setup.PageOrder!.Value, setup.FitToWidth!.Value > 1));
        Assert.Equal("'t'!$A:$A,'t'!$1:$2", Name(book, "_xlnm.Print_Titles"));
    }

    private static ReportTable Amounts(IReadOnlyList<Cell> amounts) => new(
        "t", Text.Same("t"),
        [
            new("name", new Text("企业", "Enterprise"), ColumnKind.Text),
            new("award", new Text("兑现", "Award"), ColumnKind.Yuan) { MayBeLowerBound = true },
        ],
        [.. amounts.Select((amount, i) => (IReadOnlyList<Cell>)[Cell.Of(i.ToString(CultureInfo.InvariantCulture)), amount])])
    { Unit = MoneyUnit.Yuan };

    private static SpreadsheetDocument Opened(ReportTable table) =>
        SameFiguresTests.OpenWorkbook(new Report("r", Text.Same("r"), [new ReportSection("s", Text.Same("s")) { Tables = [table] }]));

    private static Worksheet Sheet(SpreadsheetDocument book)
    {
        var id = book.WorkbookPart!.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == "t").Id!;
        return ((WorksheetPart)book.WorkbookPart.GetPartById(id!)).Worksheet;
    }

    private static string? Name(SpreadsheetDocument book, string name) =>
        book.WorkbookPart!.Workbook.Descendants<DefinedName>().SingleOrDefault(defined => defined.Name == name)?.Text;

    // The two built-in formats by their numbers, the others as the workbook spells them.
    private static string Format(SpreadsheetDocument book, SheetCell cell)
    {
        var styles = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var number = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.Value;
        return number switch
        {
            3 => "#,##0",
            4 => "#,##0.00",
            _ => styles.NumberingFormats!.Elements<NumberingFormat>().Single(format => format.NumberFormatId! == number).FormatCode!.Value!,
        };
    }
}
