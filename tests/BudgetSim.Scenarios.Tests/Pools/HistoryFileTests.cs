// Histories as bureaus keep them.
using System.Text;
using BudgetSim.Scenarios.Pools;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Pools;

public sealed class HistoryFileTests
{
    private static readonly Policy.Library.PolicyLibrary Library = BudgetSim.Scenarios.Policies.PolicyFolder
        .Read(Repository.PathTo("seeds"), ["fuzhou-2026-5"], new Dictionary<string, string>()).Value!;

    // 1,000,000 in 2023 and 355,000 in 2024, however the file is written.
    [Theory]
    [InlineData("year,measure,enterprise,amount\n2023,fuzhou-2026-5/a4.2.2,A,1000000\n2024,fuzhou-2026-5/a4.2.2,B,355000\n", "utf-8")]
    [InlineData("年度;条款;企业名称;兑现金额（万元）\r\n2023年;fuzhou-2026-5/a4.2.2;甲;100\r\n2024年;a4.2.2;乙;３５．５\r\n", "GB18030")]
    [InlineData("年份\t奖补项目\t受补助单位\t拨付金额\n2023\t牵头国家软件重大专项配套\t甲\t100万\n2024\t牵头国家软件重大专项配套\t乙\t35.5万元\n合计\t\t\t135.5万\n", "utf-16")]
    [InlineData("year,measure,amount,claims,status\n2023,a4.2.2,100万,1,paid\n2024,a4.2.2,35.5万,1,已兑现\n2024,a4.2.2,,1,rejected\n", "utf-8")]
    public void History_WrittenInOtherWays_SaysTheSame(string text, string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var folder = new TemporaryFolder();
        var written = Encoding.GetEncoding(encoding);
        File.WriteAllBytes(folder["history.csv"], [.. written.GetPreamble(), .. written.GetBytes(text)]);
        var history = HistoryFile.Read(folder["history.csv"], Library, new HistoryFilter()).Value!;
        Assert.Equal([(2023, 1_000_000.0), (2024, 355_000.0)], history.Payments.Select(payment => (payment.Year, payment.Yuan.ToDouble())));
        Assert.All(history.Payments, payment => Assert.Equal("fuzhou-2026-5/a4.2.2", payment.Measure));
    }

    [Fact]
    public void History_OfOneRegion_LeavesOthersOut()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["h.csv"], "年度,条款,县区,金额\n2023,a4.2.2,鼓楼区,10万\n2023,a4.2.2,仓山区,20万\n2024,a4.2.2,鼓楼区,30万\n");
        var history = HistoryFile.Read(folder["h.csv"], Library, new HistoryFilter(Region: "鼓楼区")).Value!;
        Assert.Equal([100_000.0, 300_000.0], history.Payments.Select(payment => payment.Yuan.ToDouble()));
    }

    [Fact]
    public void History_WithAYearInWhichNothingWasPaid_HasNoGap()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["h.csv"], "year,measure,amount,claims\n2022,a4.2.2,10万,2\n2023,a4.2.2,0,0\n2024,a4.2.2,30万,3\n");
        var history = HistoryFile.Read(folder["h.csv"], Library, new HistoryFilter());
        Assert.True(history.Succeeded);
        Assert.Equal([2, 3], history.Value!.Payments.Select(payment => payment.Claims));
    }
}
