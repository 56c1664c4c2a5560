// Cells become numbers, dates and truth values as people write them, or located messages.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Tables;

namespace BudgetSim.Scenarios.Tests.Files;

public sealed class CellTextTests
{
    private static readonly Place Where = new("c.csv", 4, 9);

    [Theory]
    [InlineData("1,200.50", "2401/2")]
    [InlineData("35万", "350000")]
    [InlineData("１，２００", "1200")]
    [InlineData("¥1,200.50", "2401/2")]
    [InlineData(" ￥ 1,200.00 ", "1200")]
    [InlineData("¥-35万", "-350000")]
    [InlineData(" 3% ", "3/100")]
    [InlineData("　500　万元", "5000000")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    public void Number_AsPeopleWriteIt_IsExact(string text, string expected)
    {
        var faults = new List<Diagnostic>();
        Assert.Equal(expected, CellText.Number(Of(text), "金额", faults)?.ToString() ?? "");
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("2026-06-30")]
    [InlineData("2026/6/30")]
    [InlineData("2026.6.30")]
    [InlineData("2026年6月30日")]
    [InlineData("２０２６年６月３０日")]
    [InlineData("20260630")]
    [InlineData("2026/6/30 0:00:00")]
    public void Date_AsPeopleWriteIt_IsThatDay(string text) =>
        Assert.Equal(new DateOnly(2026, 6, 30), CellText.Date(Of(text), "日期", []));

    [Fact]
    public void Date_StoredAsANumberOfAWorkbook_IsThatDay() =>
        Assert.Equal(new DateOnly(2026, 6, 30), CellText.Date(new Cell("46203", CellKind.Number, Where), "日期", []));

    [Theory]
    [InlineData("是", true)]
    [InlineData("TRUE", true)]
    [InlineData("1", true)]
    [InlineData(" √ ", true)]
    [InlineData("否", false)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public void Truth_AsPeopleWriteIt_IsRead(string text, bool expected) =>
        Assert.Equal(expected, CellText.Truth(Of(text), "x", []));

    [Fact]
    public void Cells_ThatAreUnreadable_NameThePlaceTheColumnAndTheRemedy()
    {
        var faults = new List<Diagnostic>();
        Assert.Null(CellText.Number(Of("1,20"), "金额", faults));
        Assert.Null(CellText.Date(Of("2026-02-30"), "日期", faults));
        Assert.Null(CellText.Truth(Of("maybe"), "首次", faults));
        Assert.Equal(
            [
                "c.csv:4:9: error BS033: 金额 is '1,20', expected a number; write it as 1200.50, 500万, 2亿, 3% or 1/3",
                "c.csv:4:9: error BS035: 日期 is '2026-02-30', expected a date; write it as 2026-06-30",
                "c.csv:4:9: error BS036: 首次 is 'maybe', expected yes or no; write true or false",
            ],
            faults.Select(fault => fault.ToString()));
    }

    private static Cell Of(string text) => new(text, CellKind.Text, Where);
}
