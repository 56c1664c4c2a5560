// What was paid in earlier years uses up first-time awards, once-only awards and ceilings of a payout.
using BudgetSim.Scenarios.Claims;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Claims;

public sealed class PaidBeforeTests : IDisposable
{
    private const string Ledger = "年度,条款,企业,金额";
    private readonly TemporaryFolder _folder = new();

    // 首次 means once: 甲 had its 2,000,000 for a national centre in 2024, 乙 was only paid for the centre of the city.
    [Fact]
    public void FirstTime_PaidInAnEarlierYear_IsNotPaidAgain() => Assert.Equal(
        [0L, 2_000_000],
        Awards(
            "fuzhou-2026-5",
            "企业,measure,new_design_centre_level\n甲,a2.2.a,national\n乙,a2.2.a,national\n",
            $"{Ledger},new_design_centre_level\n2024,a2.2.a,甲,200万,national\n2024,a2.2.c,乙,30万,city\n"));

    // Each title has a first time of its own: provincial champion in 2024, national in 2025 (300,000), and 乙 provincial a second time.
    [Fact]
    public void FirstTime_UnderAnotherTitleOfTheRow_IsPaid() => Assert.Equal(
        [300_000L, 0],
        Awards(
            "jinjiang-2025-5",
            "企业,measure,new_single_champion_level\n甲,1.3.a,国家级\n乙,1.3.a,省级\n",
            $"{Ledger},new_single_champion_level\n2024,1.3.a,甲,15万,省级\n2024,1.3.a,乙,15万,省级\n"));

    // The line of 100 million to 10 billion is told by the highest output before, so the award for half a billion in 2024 uses nothing up.
    [Fact]
    public void FirstTime_ToldByTheHighestValueBefore_PaysEveryLine() => Assert.Equal(
        [2_000_000L],
        Awards(
            "jinjiang-2025-5",
            "企业,measure,is_key_industrial_enterprise,annual_output,prior_max_annual_output\n甲,1.4.a,是,120亿,60亿\n",
            $"{Ledger}\n2024,1.4.a,甲,5万\n"));

    // At most 100,000 per enterprise in all at level 4: 10 % of 2,000,000 is 200,000; 60,000 were paid, so 40,000 are left, and nothing of
    // 乙's ceiling.
    [Fact]
    public void LifetimeCeiling_OfWhichSomeWasPaid_LeavesTheRest() => Assert.Equal(
        [40_000L, 100_000],
        Awards(
            "jinjiang-2025-5",
            "企业,measure,is_digital_pilot_sme,digital_level,recognised_investment_ex_vat,prefecture_award\n甲,4.3.a,是,4,200万,100万\n乙,4.3.a,是,4,200万,100万\n",
            $"{Ledger}\n2025,4.3.a,甲,4万\n2024,4.3.a,甲,2万\n2024,4.3.b,甲,9万\n"));

    // 300,000 once for each project of the community: A had it in 2024, B not.
    [Fact]
    public void OncePerItem_OfTheSameItem_IsUsedUp() => Assert.Equal(
        [0L, 300_000],
        Awards(
            "fuzhou-2026-5",
            "企业,产品,measure,is_open_source_project,is_registered_and_operating_in_fuzhou,selection_rank\n甲,A,a4.3.2.b,是,是,1\n甲,B,a4.3.2.b,是,是,2\n",
            $"{Ledger},产品\n2024,a4.3.2.b,甲,30万,A\n"));

    // A national champion gets 1,000,000 less the 500,000 it was paid as a provincial one.
    [Fact]
    public void TopUp_OfWhatAnotherLevelPaid_IsTheDifference() => Assert.Equal(
        [500_000L, 1_000_000],
        Awards(
            "fuzhou-2026-5",
            "企业,measure,new_single_champion_level\n甲,a2.5.a,national\n乙,a2.5.a,national\n",
            $"{Ledger},new_single_champion_level\n2025,a2.5.b,甲,50万,province\n"));

    // A project that was paid for its loan in 2026 has chosen its lane: nothing for its equipment in 2027, but for that of another project
    // 3 % of 50,000,000.
    [Fact]
    public void Exclusion_OfAProjectPaidInAnotherLane_HoldsInLaterYears() => Assert.Equal(
        [0L, 1_500_000],
        Awards(
            "fuzhou-2026-5",
            "企业,项目,measure,equipment_investment_ex_vat,date\n甲,P,a3.1,5000万,2027-03-01\n甲,Q,a3.1,5000万,2027-03-01\n",
            $"{Ledger},项目,贴息本金\n2026,a3.2.a,甲,10万,P,500万\n"));

    // The ceiling of 5,000,000 an enterprise and year, of which 4,500,000 were paid in the year and 3,000,000 in the year before.
    [Fact]
    public void YearlyCeiling_CountsThePaymentsOfItsYear() => Assert.Equal(
        [500_000L],
        Awards(
            "fuzhou-2026-5",
            "企业,项目,measure,equipment_investment_ex_vat,date\n甲,Q,a3.1,5000万,2027-09-01\n",
            $"{Ledger},项目\n2026,a3.1,甲,300万,O\n2027,a3.1,甲,450万,P\n"));

    // 180 of 200 million of principal were subsidised; of a loan of 50 million 20 are left, at 2 % for a year.
    [Theory]
    [InlineData(",贴息本金", ",1.8亿", 400_000)]
    [InlineData("", "", 1_000_000)]
    public void PrincipalCeiling_OfWhichSomeWasUsed_LeavesTheRest(string heading, string principal, long expected) => Assert.Equal(
        [expected],
        Awards(
            "fuzhou-2026-5",
            "企业,项目,贷款,measure,is_technical_upgrade_loan,loan_principal,loan_months_in_subsidy_window,loan_interest_rate,set_rate,date\n甲,P,L2,a3.2.a,是,5000万,12,3%,2%,2026-03-01\n",
            $"{Ledger}{heading}\n2026,a3.2.b,甲,180万{principal}\n"));

    [Fact]
    public void Fact_StatedInTheClaimsFile_HoldsInPlaceOfTheLedger() => Assert.Equal(
        [2_000_000L],
        Awards(
            "fuzhou-2026-5",
            "企业,measure,new_design_centre_level,already_paid\n甲,a2.2.a,national,否\n",
            $"{Ledger},new_design_centre_level\n2024,a2.2.a,甲,200万,national\n"));

    [Theory]
    [InlineData(
        "2024,1.3.a,甲,15万\n",
        "ledger.csv:2:1: warning BS741: jinjiang-2025-5/1.3.a is paid once for each 'new_single_champion_level', and 1 of its payments do not say it: they leave later claims as they are; add the column 'new_single_champion_level'")]
    [InlineData(
        "2024,4.3.a,,15万\n",
        "ledger.csv: warning BS740: payments that name no enterprise or sum up several count for nobody: 1; write one payment a row with its enterprise")]
    [InlineData(
        "2024,4.3.a,甲,-3\n",
        "ledger.csv:2:14: error BS246: a payment of -3 yuan; money that was paid back is no payment: take it off the payment it belongs to")]
    [InlineData(
        "2024,4.3.a,甲,3万\n2024,4.3.a,甲,3万\n",
        "ledger.csv:3:1: error BS248: the same payment stands twice, first in line 2; remove one row; two payments that are alike need a column 'id'")]
    public void Ledger_ThatTellsTooLittle_SaysSo(string rows, string message)
    {
        var faults = SettleClaims.From(Request(
            "jinjiang-2025-5", "企业,measure,new_single_champion_level\n甲,1.3.a,国家级\n", $"{Ledger}\n{rows}")).Diagnostics;
        Assert.Contains(
            message,
            faults.Select(fault => (fault with { Where = fault.Where with { File = Path.GetFileName(fault.Where.File) } }).ToString()));
    }

    public void Dispose() => _folder.Dispose();

    private ClaimsRequest Request(string policy, string claims, string? ledger)
    {
        File.WriteAllText(_folder["claims.csv"], claims);
        if (ledger is not null) File.WriteAllText(_folder["ledger.csv"], ledger);
        return new ClaimsRequest(_folder["claims.csv"], Funds: null, Repository.PathTo("seeds"), [policy])
        {
            PaidBefore = ledger is null ? null : _folder["ledger.csv"],
        };
    }

    private List<long> Awards(string policy, string claims, string? ledger)
    {
        var settled = SettleClaims.From(Request(policy, claims, ledger));
        Assert.True(settled.Succeeded, string.Join('\n', settled.Diagnostics));
        return [.. settled.Value.Settled.Result.Awards.Select(award => award.Yuan)];
    }
}
