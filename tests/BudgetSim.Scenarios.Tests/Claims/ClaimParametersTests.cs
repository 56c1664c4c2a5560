// Parameters with a value a claim: as columns of the claims file and as files of their own.
using BudgetSim.Scenarios.Claims;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Claims;

public sealed class ClaimParametersTests : IDisposable
{
    private const string Consulting =
        "id,measure,project,consulting_filed_in_advance,consultancy_is_professional,consulting_fee\nc1,2.3.a,P1,是,是,200万\nc2,2.3.a,P2,是,是,90万\n";
    private readonly TemporaryFolder _folder = new();

    // 10 % of 2,000,000 is 200,000; another policy of the city paid 120,000, so 80,000 are left. 10 % of 900,000 is 90,000.
    [Fact]
    public void OtherPolicyAward_AsAColumn_LeavesTheExcess()
    {
        var claims = Consulting.Replace("consulting_fee\n", "consulting_fee,本市其他现行政策对同一事项的奖补（万元）\n", StringComparison.Ordinal)
            .Replace("200万\n", "200万,12\n", StringComparison.Ordinal)
            .Replace("90万\n", "90万,\n", StringComparison.Ordinal);
        Assert.Equal([80_000L, 90_000L], Awards("jinjiang-2025-5", claims));
    }

    [Fact]
    public void OtherPolicyAward_AsAFile_LeavesTheExcess()
    {
        File.WriteAllText(_folder["paid.csv"], "申报编号,other_city_policy_award\nc1,12万\n");
        Assert.Equal([80_000L, 90_000L], Awards("jinjiang-2025-5", Consulting, ("other_city_policy_award", "@" + _folder["paid.csv"])));
    }

    // The stated 50 % of 200,000 gives way to the higher policy's 30 %, 60,000, but at most 50,000.
    [Theory]
    [InlineData("\"min(0.30 * cloud_service_fee, 50000)\"", 50_000)]
    [InlineData("0.20 * cloud_service_fee", 40_000)]
    public void SuperiorPolicy_AsAColumn_ReplacesTheFormula(string term, long award) => Assert.Equal(
        [award],
        Awards(
            "sanming-2025-39",
            $"measure,is_industrial_enterprise,is_first_cloud_purchase_year,cloud_service_fee,date,superior_policy\n2.6.a,是,是,20万,2026-03-01,{term}\n"));

    // 3 % of 50,000,000 is 1,500,000, half as much again 750,000 more; the line of a3.1 has 300,000 left, that of a3.3 nothing to do with
    // it.
    [Fact]
    public void UpliftBudget_ByMeasure_LimitsTheExtraOfThatMeasure()
    {
        File.WriteAllText(_folder["lines.csv"], "measure,yuan left\na3.1,30万\na3.3,1亿\n");
        Assert.Equal(
            [1_800_000L],
            Awards(
                "fuzhou-2026-5",
                "measure,is_key_chain_enterprise,equipment_investment_ex_vat\na3.1,是,5000万\n",
                ("uplift_budget_left", "@" + _folder["lines.csv"])));
    }

    // A ceiling that pays 80 % for the first and in full for the second.
    [Fact]
    public void PayoutRatio_ByClaim_HoldsForThatClaim()
    {
        File.WriteAllText(_folder["ratio.csv"], "claim,ratio\na,80%\n");
        Assert.Equal(
            [1_200_000L, 1_500_000L],
            Awards(
                "fuzhou-2026-5",
                "id,enterprise,measure,equipment_investment_ex_vat\na,甲,a3.1,5000万\nb,乙,a3.1,5000万\n",
                ("payout_ratio", "@" + _folder["ratio.csv"])));
    }

    // 二（三）“组织实施20个重点项目” sets twenty projects as the work to be done and no order among applicants: a target, so the 21st is paid too.
    [Fact]
    public void Quota_WithoutARank_IsATarget()
    {
        var claims = "project,measure,is_in_pilot_city_programme,decided_amount\n" + string.Concat(Enumerable.Range(1, 21)
            .Select(number => $"P{number},m.3.a,是,100万\n"));
        Assert.Equal(Enumerable.Repeat(1_000_000L, 21), Awards("fuzhou-2026-5", claims));
    }

    [Theory]
    [InlineData(
        "other_city_policy_award", "120000",
        "--set: error BS145: other_city_policy_award has a value of its own for each claim, found one for all; make it a column of the claims file, or write --set other_city_policy_award=@FILE")]
    [InlineData(
        "other_city_policy_award", "@one.csv",
        "one.csv: error BS143: the file of other_city_policy_award has one column, expected two: the claim and its value; write a header and one claim a row")]
    [InlineData("other_city_policy_award", "@unknown.csv", "unknown.csv:2:1: error BS146: no claim is called 'c11'; did you mean 'c1'?")]
    [InlineData(
        "other_city_policy_award", "@twice.csv",
        "twice.csv:3:1: error BS147: 'c1' stands twice, first in line 2; keep one of the two rows")]
    [InlineData(
        "uplift_budget_left", "@one.csv",
        "one.csv: error BS143: the file of uplift_budget_left has one column, expected two: the measure and its value; write a header and one measure a row")]
    public void Parameter_ThatDoesNotFit_SaysHowToMendIt(string name, string value, string message)
    {
        File.WriteAllText(_folder["one.csv"], "claim\nc1\n");
        File.WriteAllText(_folder["unknown.csv"], "claim,yuan\nc11,1\n");
        File.WriteAllText(_folder["twice.csv"], "claim,yuan\nc1,1\nc1,2\n");
        var request = Request("jinjiang-2025-5", Consulting, (name, value.StartsWith('@') ? "@" + _folder[value[1..]] : value));
        var fault = Assert.Single(SettleClaims.From(request).Diagnostics);
        Assert.Equal(message, (fault with { Where = fault.Where with { File = Path.GetFileName(fault.Where.File) } }).ToString());
    }

    [Fact]
    public void Roster_WithAValueOfOneClaim_IsRefused()
    {
        var fault = Assert.Single(
            SettleClaims.From(Request("jinjiang-2025-5", "企业,consulting_fee,other_city_policy_award\n甲,100万,1万\n")).Diagnostics);
        Assert.Equal(("BS144", 1, 19), (fault.Code, fault.Where.Line, fault.Where.Column));
    }

    public void Dispose() => _folder.Dispose();

    private ClaimsRequest Request(string policy, string claims, params (string Name, string Value)[] parameters)
    {
        File.WriteAllText(_folder["claims.csv"], claims);
        return new ClaimsRequest(_folder["claims.csv"], Funds: null, Repository.PathTo("seeds"), [policy])
        {
            Parameters = parameters.ToDictionary(pair => pair.Name, pair => pair.Value),
        };
    }

    private IEnumerable<long> Awards(string policy, string claims, params (string Name, string Value)[] parameters)
    {
        var settled = SettleClaims.From(Request(policy, claims, parameters));
        Assert.True(settled.Succeeded, string.Join('\n', settled.Diagnostics));
        return settled.Value.Settled.Result.Awards.Select(award => award.Yuan);
    }
}
