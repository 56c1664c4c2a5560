// One small table in each form, character by character.
using System.Text;
using System.Text.Json;
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Html;
using BudgetSim.Reports.Json;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Tests;

public sealed class GoldenTableTests
{
    private static readonly ReportTable Table = new(
        "small", new Text("小表", "Small"),
        [
            new("name", new Text("名称", "Name"), ColumnKind.Text),
            new("paid", new Text("实付", "Paid"), ColumnKind.Yuan) { MayBeLowerBound = true },
            new("share", Text.Same("share"), ColumnKind.Ratio),
        ],
        [
            [Cell.Of(new Text("甲", "A")), Cell.Of(new Money(1_234_567_89)), Cell.Ratio(0.5)],
            [Cell.Of("=乙"), Cell.AtLeast(new Money(-5)), Cell.Ratio(double.PositiveInfinity)],
            [Cell.Of("丙"), Cell.Missing(new Text("未定", "undetermined")), Cell.Blank],
        ]);

    [Fact]
    public void Csv_OfASmallTable_IsAsWritten() => Assert.Equal(
        "\uFEFFname,paid,paid-is-lower-bound,share\r\n甲,1234567.89,false,0.5\r\n'=乙,-0.05,true,inf\r\n丙,未定,false,\r\n",
        Encoding.UTF8.GetString(SameFiguresTests.CsvBytes(Table)));

    [Fact]
    public void Json_OfASmallTable_IsAsWritten()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Charts.DrawingWriter.Options)) TableJson.Write(Table, json);
        Assert.Equal(
            """{"id":"small","title":{"zh":"小表","en":"Small"},"columns":[{"id":"name","title":{"zh":"名称","en":"Name"},"kind":"text"},{"id":"paid","title":{"zh":"实付","en":"Paid"},"kind":"yuan"},{"id":"share","title":{"zh":"share","en":"share"},"kind":"ratio"}],"rows":[[{"zh":"甲","en":"A"},1234567.89,0.5],["=乙",{"atLeast":-0.05},"Infinity"],["丙",{"missing":{"zh":"未定","en":"undetermined"}},{"missing":{"zh":"","en":""}}]],"notes":[]}""",
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Html_OfASmallTable_HasShownAndExactFigures()
    {
        var page = new StringBuilder();
        HtmlTable.Write(Table, Language.Zh, 10, page);
        Assert.Contains(
            """<td class="n" data-v="1234567.89" title="¥1,234,567.89">123.46</td><td class="n" data-v="0.5">50.00%</td>""",
            page.ToString());
        Assert.Contains(
            """<th scope="row">=乙</th><td class="n" data-v="-0.05" title="¥-0.05">≥ 0.00</td><td class="n" data-v="Infinity">∞</td>""",
            page.ToString());
    }
}
