// Claims files as clerks write them.
using System.Text;
using BudgetSim.Scenarios.Claims;
using BudgetSim.Scenarios.Tests.Files;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Claims;

public sealed class ClaimsFileTests
{
    private static readonly string Library = Repository.PathTo("seeds");

    public static TheoryData<string> BadClaims => BadFiles.In("claims");

    public static TheoryData<string> BadFunds => BadFiles.In("funds");

    [Theory]
    [MemberData(nameof(BadClaims))]
    public void Claims_BadFile_GivesItsMessages(string name) =>
        BadFiles.Check("claims", name, SettleClaims.From(Request(BadFiles.PathOf("claims", name))).Diagnostics);

    [Theory]
    [MemberData(nameof(BadFunds))]
    public void Funds_BadFile_GivesItsMessages(string name)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["claims.csv"], "measure,equipment_investment_ex_vat\na3.1,5000万\n");
        BadFiles.Check(
            "funds", name, SettleClaims.From(Request(folder["claims.csv"]) with { Funds = BadFiles.PathOf("funds", name) }).Diagnostics);
    }

    // 3 % of 50,000,000 is 1,500,000, however the file is written.
    [Theory]
    [InlineData("measure,equipment_investment_ex_vat\na3.1,50000000\n")]
    [InlineData("\uFEFF条款;年度技改设备（含软件）实际投资额（不含增值税）\r\nfuzhou-2026-5/a3.1;5000万\r\n")]
    [InlineData("政策条款\tequipment_investment_ex_vat（万元）\n技改设备投资补助\t５０００\n")]
    [InlineData("序号,申报条款,equipment_investment_ex_vat (万元)\n1,附件3 一,\"5,000万\"\n合计,,5000\n")]
    public void Claims_WrittenInOtherWays_PayTheSame(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["claims.csv"], text);
        Assert.Equal([1_500_000L], Awards(Request(folder["claims.csv"])));
    }

    [Fact]
    public void Claims_InGb18030_AreRead()
    {
        using var folder = new TemporaryFolder();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllText(folder["claims.csv"], "企业名称,条款,equipment_investment_ex_vat\n福州甲公司,a3.1,5000万\n", Encoding.GetEncoding("GB18030"));
        var settled = SettleClaims.From(Request(folder["claims.csv"]));
        Assert.True(settled.Succeeded);
        Assert.Equal("福州甲公司", settled.Value.List.Claims[0].Objects.Enterprise);
    }

    // 3 % of 10^15 is 3 x 10^13; the 3,001st of them leaves 9 x 10^16.
    [Fact]
    public void Claims_SumBeyondTheRange_NamesTheRow()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            folder["claims.csv"],
            "measure,equipment_investment_ex_vat\n" + string.Concat(Enumerable.Repeat("a3.1,1000000000000000\n", 3100)));
        var fault = Assert.Single(SettleClaims.From(Request(folder["claims.csv"])).Diagnostics);
        Assert.Equal(("BS236", 3002), (fault.Code, fault.Where.Line));
    }

    [Fact]
    public void Claims_TwoProjectsUnderOneYearlyCeiling_ShareIt()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["claims.csv"], "enterprise,project,measure,equipment_investment_ex_vat\nE,P1,a3.1,1亿\nE,P2,a3.1,1亿\n");
        Assert.Equal([3_000_000L, 2_000_000L], Awards(Request(folder["claims.csv"])));
    }

    [Fact]
    public void Roster_WithoutAMeasure_ListsWhatEachRowIsEntitledTo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["roster.csv"], "企业名称,equipment_investment_ex_vat\n甲,5000万\n乙,100万\n");
        var settled = SettleClaims.From(Request(folder["roster.csv"]));
        Assert.True(settled.Succeeded);
        Assert.Equal((true, 2), (settled.Value.List.IsRoster, settled.Value.List.Subjects));
        Assert.Equal("fuzhou-2026-5/a3.1", Assert.Single(settled.Value.List.Claims).Measure.Measure.Id);
        Assert.Contains(settled.Value.List.Lacking, lacking => lacking.Attribute.Name == "is_key_chain_enterprise");
    }

    [Fact]
    public void FailedConditions_ClaimBelowTheThreshold_NamesIt()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["claims.csv"], "measure,equipment_investment_ex_vat\na3.1,300万\n");
        var settled = SettleClaims.From(Request(folder["claims.csv"]));
        var failed = settled.Value!.Failures.Of(settled.Value.List.Claims[0])!;
        Assert.Equal(
            "actual technical-upgrade equipment investment of the year (equipment_investment_ex_vat) [3,000,000 yuan] >= 5,000,000",
            failed.En);
        Assert.Equal("年度技改设备实际投资额（equipment_investment_ex_vat）[300万元] ≥ 500万", failed.Zh);
    }

    [Fact]
    public void Funds_NameAndYear_AreReadInChinese()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["claims.csv"], "measure,equipment_investment_ex_vat\na3.1,5000万\n");
        File.WriteAllText(folder["funds.csv"], "资金名称,金额,年度\n福州市级财政（未载明资金名称）,100万,2026年\n");
        var settled = SettleClaims.From(Request(folder["claims.csv"]) with { Funds = folder["funds.csv"] });
        Assert.Equal(500_000, Assert.Single(settled.Value!.Settled.Result.Funds).Shortfall);
    }

    [Fact]
    public void Parameters_PayoutRatio_HoldsForEveryClaim()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["claims.csv"], "measure,equipment_investment_ex_vat\na3.1,5000万\n");
        Assert.Equal(
            [1_200_000L],
            Awards(Request(folder["claims.csv"]) with { Parameters = new Dictionary<string, string> { ["payout_ratio"] = "80%" } }));
    }

    private static ClaimsRequest Request(string claims) => new(claims, Funds: null, Library, ["fuzhou-2026-5"]);

    private static IEnumerable<long> Awards(ClaimsRequest request)
    {
        var settled = SettleClaims.From(request);
        Assert.True(settled.Succeeded, string.Join('\n', settled.Diagnostics));
        return settled.Value.Settled.Result.Awards.Select(award => award.Yuan);
    }
}
