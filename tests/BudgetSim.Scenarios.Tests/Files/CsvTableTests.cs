// CSV files are read as spreadsheets in China write them, each cell with its place.
using System.Text;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Encodings;
using BudgetSim.Scenarios.Files.Tables;

namespace BudgetSim.Scenarios.Tests.Files;

public sealed class CsvTableTests
{
    public static TheoryData<string> BadTables => BadFiles.In("tables");

    [Theory]
    [MemberData(nameof(BadTables))]
    public void BadTable_Read_GivesExactlyTheseMessages(string name) =>
        BadFiles.Check("tables", name, TableFile.Read(BadFiles.PathOf("tables", name)).Diagnostics);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("gb18030", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void File_InAnyCommonEncoding_GivesTheSameTable(string encoding, bool withMark)
    {
        var code = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] bytes = [.. withMark ? code.GetPreamble() : [], .. code.GetBytes("企业,金额\r\n福州甲公司,３５万\r\n")];
        var table = Sound(TableFile.Read("t.csv", bytes));
        Assert.Equal(["企业", "金额"], table.Names);
        Assert.Equal("福州甲公司", table.Rows[0][0].Text);
        Assert.Equal(new Place("t.csv", 2, 7), table.Rows[0][1].Where);
    }

    [Theory]
    [InlineData("a;b\n1,5;2\n")]
    [InlineData("a\tb\n1,5\t2\n")]
    [InlineData("\"x;y\";b\n1,5;2\n")]
    [InlineData("sep=;\r\na,c;b\r\n1,5;2\r\n")]
    public void Separator_OtherThanComma_IsFoundInTheHeader(string text) =>
        Assert.Equal(["1,5", "2"], Sound(CsvTable.Read(new SourceText("t.csv", text))).Rows[0].Cells.Select(cell => cell.Text));

    [Fact]
    public void Cell_WithLineBreaksInQuotes_MovesTheCellsBehindIt()
    {
        var table = Sound(CsvTable.Read(new SourceText("t.csv", "a,b,c\r\n\"x\r\ny\"\"z\",2,3\r\n4,\"五,\",6\r\n")));
        Assert.Equal("x\r\ny\"z", table.Rows[0][0].Text);
        Assert.Equal(
            [(2, 1), (3, 7), (3, 9), (4, 1), (4, 3), (4, 8)],
            table.Rows.SelectMany(row => row.Cells).Select(cell => (cell.Where.Line, cell.Where.Column)));
    }

    [Fact]
    public void ColumnsAndRows_ThatAreBlank_AreLeftOut()
    {
        var table = Sound(CsvTable.Read(new SourceText("t.csv", " a ,,b,,\n,,,,\n1,,2,,\n\n")));
        Assert.Equal(["a", "b"], table.Names);
        Assert.Equal(["1", "2"], Assert.Single(table.Rows).Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Row_AboveTheHeader_IsTakenForATitleWithAWarning()
    {
        var loaded = CsvTable.Read(new SourceText("t.csv", "2026年申报汇总,,\n企业,金额,日期\n甲,1,2026-01-01\n"));
        Assert.Equal(["企业", "金额", "日期"], loaded.Value!.Names);
        Assert.Equal(
            "t.csv:1:1: warning BS048: took '2026年申报汇总' for a title, not for the header; remove this row if it is something else",
            Assert.Single(loaded.Diagnostics).ToString());
    }

    [Fact]
    public void Column_Required_IsFoundOrTheNearestIsNamed()
    {
        var table = Sound(CsvTable.Read(new SourceText("t.csv", "claim_id,amount\n1,2\n")));
        var faults = new List<Diagnostic>();
        Assert.Equal(1, table.RequiredColumn("amount", faults));
        Assert.Equal(-1, table.RequiredColumn("clam_id", faults));
        Assert.Equal("t.csv:1:1: error BS047: the column 'clam_id' is missing; did you mean 'claim_id'?", Assert.Single(faults).ToString());
    }

    [Fact]
    public void Cell_WithJson_ReportsThePlaceInsideTheFile()
    {
        var table = Sound(CsvTable.Read(new SourceText("t.csv", "id,inputs\nx,\"{\"\"a\"\": 1, \"\"a\"\": 2}\"\n")));
        Assert.Equal(
            "t.csv:2:15: error BS010: the key 'a' occurs twice in one mapping, first in line 2; keep one of the two",
            Assert.Single(CellText.Json(table.Rows[0][1])!.Diagnostics).ToString());
    }

    [Fact]
    public void Columns_AMillion_AreRefused()
    {
        var fault = Assert.Single(CsvTable.Read(new SourceText("t.csv", new string(',', 999_999) + "\n1\n")).Diagnostics);
        Assert.Equal(
            "t.csv:1:1: error BS044: this row has 1000000 columns, expected at most 16384; check that this is the file you mean",
            fault.ToString());
    }

    private static Table Sound(Loaded<Table> loaded)
    {
        Assert.Empty(loaded.Diagnostics);
        return loaded.Value!;
    }
}
