// Workbooks are read as their authors see them: texts, numbers, dates and truth values of the first visible sheet.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Files;

public sealed class WorkbookTableTests
{
    private const string Header =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c></row>";

    [Theory]
    [InlineData("<c r=\"B2\"><v>1200.5</v></c>", "1200.5", CellKind.Number)]
    [InlineData("<c r=\"B2\"><v>0.30000000000000004</v></c>", "0.3", CellKind.Number)]
    [InlineData("<c r=\"B2\"><v>1.2E7</v></c>", "12000000", CellKind.Number)]
    [InlineData("<c r=\"B2\" s=\"3\"><v>0.03</v></c>", "0.03", CellKind.Number)]
    [InlineData("<c r=\"B2\" s=\"1\"><v>46203</v></c>", "2026-06-30", CellKind.Date)]
    [InlineData("<c r=\"B2\" s=\"2\"><v>46203.75</v></c>", "2026-06-30", CellKind.Date)]
    [InlineData("<c r=\"B2\" s=\"1\"><v>1</v></c>", "1900-01-01", CellKind.Date)]
    [InlineData("<c r=\"B2\" t=\"d\"><v>2026-06-30T00:00:00</v></c>", "2026-06-30", CellKind.Date)]
    [InlineData("<c r=\"B2\" t=\"b\"><v>1</v></c>", "true", CellKind.Truth)]
    [InlineData("<c r=\"B2\" t=\"s\"><v>1</v></c>", "福州市", CellKind.Text)]
    [InlineData("<c r=\"B2\" t=\"str\"><f>A1&amp;\"x\"</f><v>ax</v></c>", "ax", CellKind.Text)]
    [InlineData("<c r=\"B2\"><f>1+1</f><v>2</v></c>", "2", CellKind.Number)]
    [InlineData("<c r=\"B2\" t=\"inlineStr\"><is><r><t>x </t></r><r><t>y</t></r></is></c>", "x y", CellKind.Text)]
    [InlineData("<c><v>7</v></c>", "7", CellKind.Number)]
    public void Cell_OfAnyType_IsReadAsItsAuthorSeesIt(string cell, string text, CellKind kind)
    {
        var shared = "<si><t>x</t></si><si><r><t>福</t></r><r><t>州市</t></r><rPh sb=\"0\" eb=\"1\"><t>Fu</t></rPh></si>";
        var table = Read(WorkbookMaker.Of($"{Header}<row r=\"2\"><c r=\"A2\"><v>1</v></c>{cell}</row>", shared: shared));
        Assert.Equal(new Cell(text, kind, new Place("t.xlsx", 2, 2)), table.Rows[0][1]);
    }

    [Fact]
    public void Sheet_Hidden_IsPassedOver()
    {
        var sheets = "<sheet name=\"一\" r:id=\"rId1\" state=\"veryHidden\"/><sheet name=\"二\" r:id=\"rId2\"/>";
        Assert.Equal("second", Read(WorkbookMaker.Of(Header, sheets: sheets)).Header[0].Text);
    }

    [Fact]
    public void Sheet_Named_IsReadAndAnUnknownNameListsTheVisibleOnes()
    {
        var bytes = WorkbookMaker.Of(Header, sheets: "<sheet name=\"一\" r:id=\"rId1\"/><sheet name=\"二\" r:id=\"rId2\"/>");
        Assert.Equal("second", TableFile.Read("t.xlsx", bytes, "二").Value!.Header[0].Text);
        Assert.Equal(
            "t.xlsx: error BS054: the workbook has no visible sheet '三'; it has 一, 二",
            Assert.Single(TableFile.Read("t.xlsx", bytes, "三").Diagnostics).ToString());
    }

    [Fact]
    public void Sheet_BehindThePath_IsReadAndFaultsNameIt()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(
            folder["t.xlsx"], WorkbookMaker.Of(Header, sheets: "<sheet name=\"一\" r:id=\"rId1\"/><sheet name=\"二\" r:id=\"rId2\"/>"));
        File.WriteAllText(folder["t.csv"], "a,b\n1,2\n");
        File.WriteAllText(folder["t.csv#1"], "c,d\n1,2\n");
        Assert.Equal(["a", "b"], TableFile.Read(folder["t.xlsx#一"]).Value!.Names);
        Assert.Equal("second", TableFile.Read(folder["t.xlsx#二"]).Value!.Header[0].Text);
        Assert.Equal(["c", "d"], TableFile.Read(folder["t.csv#1"]).Value!.Names);
        Assert.Equal(
            $"{folder["t.xlsx#三"]}: error BS054: the workbook has no visible sheet '三'; it has 一, 二",
            Assert.Single(TableFile.Read(folder["t.xlsx#三"]).Diagnostics).ToString());
        Assert.Equal(
            $"{folder["t.csv#二"]}: error BS148: the file is no workbook, so it has no sheet '二'; leave the sheet out, or name an xlsx file",
            Assert.Single(TableFile.Read(folder["t.csv#二"]).Diagnostics).ToString());
    }

    [Fact]
    public void Days_From1904_AreFourYearsLater()
    {
        var bytes = WorkbookMaker.Of(
            $"{Header}<row r=\"2\"><c s=\"1\"><v>44741</v></c><c><v>44741</v></c></row>",
            workbookProperties: "<workbookPr date1904=\"1\"/>");
        var faults = new List<Diagnostic>();
        Assert.Equal(new DateOnly(2026, 6, 30), CellText.Date(Read(bytes).Rows[0][0], "a", faults));
        Assert.Null(CellText.Date(Read(bytes).Rows[0][1], "b", faults));
        Assert.Equal((Fraction)44741, CellText.Number(Read(bytes).Rows[0][1], "b", []));
    }

    [Fact]
    public void Rows_ShortOrFarApart_AreFilledAndKeepTheirPlaces()
    {
        var table = Read(
            WorkbookMaker.Of(
                $"<row r=\"3\"><c r=\"B3\" t=\"str\"><v>x</v></c><c r=\"D3\" t=\"str\"><v>y</v></c></row><row r=\"9\"><c r=\"B9\"><v>1</v></c></row>"));
        Assert.Equal(["x", "y"], table.Names);
        Assert.Equal(new Place("t.xlsx", 9, 2), table.Rows[0][0].Where);
        Assert.Equal(new Cell("", CellKind.Text, new Place("t.xlsx", 9, 4)), table.Rows[0][1]);
    }

    [Fact]
    public void Bomb_ThatUnpacksPastTheLimit_IsRefused()
    {
        var bytes = WorkbookMaker.Of(Header + new string(' ', 3 << 20));
        Assert.True(bytes.Length < 20_000);
        Assert.Equal(
            "t.xlsx: error BS053: the workbook unpacks to more than 1 MB; save the sheet as CSV, or check that this is the file you mean",
            Assert.Single(WorkbookTable.Read("t.xlsx", bytes, limit: 1 << 20).Diagnostics).ToString());
    }

    [Fact]
    public void Bomb_ThatLiesAboutItsSize_IsStillRefused()
    {
        var bytes = WorkbookMaker.Of(Header + new string(' ', 3 << 20));
        for (var i = 0; i < bytes.Length - 28; i++)
            if (bytes.AsSpan(i).StartsWith("PK\u0001\u0002"u8))
                BitConverter.TryWriteBytes(bytes.AsSpan(i + 24), 100);
        var fault = Assert.Single(WorkbookTable.Read("t.xlsx", bytes, limit: 1 << 20).Diagnostics);
        Assert.True(fault.Code is "BS052" or "BS053");
    }

    [Theory]
    [InlineData("yyyy-mm-dd", true)]
    [InlineData("[$-804]yyyy\"年\"m\"月\"", true)]
    [InlineData("mmm", true)]
    [InlineData("h:mm", false)]
    [InlineData("mm:ss", false)]
    [InlineData("0.00\"万元 day\"", false)]
    [InlineData("[Red]0", false)]
    [InlineData("General", false)]
    [InlineData("#,##0_d", false)]
    public void Format_OfACell_TellsWhetherItShowsADate(string code, bool isDate) => Assert.Equal(isDate, WorkbookDates.IsDate(code));

    private static Table Read(byte[] bytes)
    {
        var loaded = TableFile.Read("t.xlsx", bytes);
        Assert.Empty(loaded.Diagnostics);
        return loaded.Value!;
    }
}
