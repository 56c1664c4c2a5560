// A page stays below its size whatever is in it, and says where it leaves rows out.
using System.Text;
using BudgetSim.Reports.Html;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Tests;

public sealed class PageSizeTests
{
    private static readonly string Library = new('x', 1_121_883);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(5_000)]
    public void Page_OfManyLongNames_StaysBelowItsLimit(int clauses)
    {
        var table = SampleReport.Clauses(clauses, i => new Text(i + new string('长', 500), i + new string('l', 500)));
        var page = HtmlPage.Write(SampleReport.Of(table, Samples.TwelveCharts()), Language.Zh, Library);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, HtmlPage.MostBytes);
    }

    [Fact]
    public void Page_WithRowsLeftOut_SaysSo()
    {
        var table = SampleReport.Clauses(5_000, i => Text.Same("c" + i));
        Assert.Contains(Wording.Of("more-rows").Zh, HtmlPage.Write(SampleReport.Of(table, []), Language.Zh, ""));
    }
}
