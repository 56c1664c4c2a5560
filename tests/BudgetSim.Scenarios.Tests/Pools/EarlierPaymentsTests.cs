// What the enterprises of a roster were paid before a scenario, and in its earlier years.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Tests.Pools;

public sealed class EarlierPaymentsTests
{
    private const string Award = "fuzhou-2026-5/a2.2.a"; // 2,000,000 for a national design centre, 首次
    private const string Firms = "企业,new_design_centre_level\n甲,national\n乙,national\n丙,city\n";
    private const string Pool = "cohorts:\n  c: { roster: firms.csv, claims: [ { measure: fuzhou-2026-5/a2.2.a, take_up: 100% } ] }\n";

    [Fact]
    public void FirstTime_OfFourYears_IsPaidInTheFirst()
    {
        using var trial = new PoolTrial(Pool, "{ from: 2026, to: 2029 }", ("firms.csv", Firms));
        var (input, result) = new Replicate(trial.Model()).Run(0);
        Assert.Equal([(2026, 0), (2026, 1)], Paid(input, result));
        Assert.Equal(4_000_000, result.Total);
        // two enterprises in three later years
        Assert.Equal(6, result.Deductions.Count(deduction => deduction.Stage == DeductionStage.OnceRule));
    }

    [Fact]
    public void FirstTime_PaidBeforeTheScenario_IsNotPaidAgain()
    {
        using var trial = new PoolTrial(
            Pool + "paid_before: ledger.csv\n",
            "{ from: 2026, to: 2027 }",
            ("firms.csv", Firms),
            ("ledger.csv",
             "年度,条款,企业,金额,new_design_centre_level\n2019,a2.2.a,甲,200万,national\n2021,a2.2.c,乙,30万,city\n2021,a2.2.a,丁,200万,national\n"));
        var (input, result) = new Replicate(trial.Model()).Run(0);
        Assert.Equal([(2026, 1)], Paid(input, result));
    }

    // 1,000,000 for a platform in all, whoever adds to it: 700,000 were paid, 20 % of 4,000,000 would be 800,000, so 300,000 remain in 2026
    // and nothing in 2027.
    [Fact]
    public void LifetimeCeiling_PartlyUsedBeforeTheScenario_GoesOnOverItsYears()
    {
        const string Platforms = "企业,产品,results_recognised,platform_investment_ex_vat\n甲,A,是,400万\n乙,B,是,400万\n";
        using var trial = new PoolTrial(
            "cohorts:\n  c: { roster: firms.csv, claims: [ { measure: fuzhou-2026-5/a3.5, take_up: 100% } ] }\npaid_before: { file: ledger.csv, to: 2025 }\n",
            "{ from: 2026, to: 2027 }",
            ("firms.csv", Platforms),
            ("ledger.csv", "年度,条款,企业,产品,金额\n2024,a3.5,甲,A,70万\n2026,a3.5,甲,A,1万\n"));
        var (input, result) = new Replicate(trial.Model()).Run(0);
        Assert.Equal([300_000L, 800_000, 0, 200_000], result.Awards.Select(award => award.Yuan));
        Assert.Equal(4, input.Claims.Count);
    }

    [Fact]
    public void Fact_OfTheRoster_HoldsInPlaceOfTheLedgerWhereItsCellIsFilled()
    {
        using var trial = new PoolTrial(
            Pool + "paid_before: ledger.csv\n",
            "2026",
            ("firms.csv", "企业,new_design_centre_level,already_paid\n甲,national,否\n乙,national,\n"),
            ("ledger.csv", "年度,条款,企业,金额,new_design_centre_level\n2019,a2.2.a,甲,200万,national\n2019,a2.2.a,乙,200万,national\n"));
        var (input, result) = new Replicate(trial.Model()).Run(0);
        Assert.Equal([(2026, 0)], Paid(input, result));
    }

    [Theory]
    [InlineData(
        "2026,a2.2.a,甲,200万,national",
        "ledger.csv:2:1: error BS243: a payment of 2026 is no past payment: the years to be forecast begin in 2026; mend the year, or leave later years out with 'to' in pool.yaml")]
    [InlineData(
        "2024,a2.2.a,甲公司,200万,national",
        "pool.yaml:3:14: error BS743: none of the enterprises of ledger.csv stands in a roster of the pool; did you mean '甲'?")]
    [InlineData(
        "2024,a2.2.a,甲,200万,planet",
        "ledger.csv:2:20: error BS201: new_design_centre_level: expected one of national, province, city, county, none, found 'planet'")]
    public void Ledger_ThatCannotBe_IsRefused(string row, string message)
    {
        using var trial = new PoolTrial(
            Pool + "paid_before: ledger.csv\n",
            "2026",
            ("firms.csv", Firms),
            ("ledger.csv", $"年度,条款,企业,金额,new_design_centre_level\n{row}\n"));
        Assert.Contains(
            trial.Read().Diagnostics,
            fault => $"{Path.GetFileName(fault.Where.File)}{fault.ToString()[fault.Where.File.Length..]}"
                .StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Ledger_BesideAPoolWithoutRoster_IsRefused()
    {
        using var trial = new PoolTrial(
            $"cohorts:\n  c: {{ count: 3, claims: [ {{ measure: {Award}, take_up: 100% }} ] }}\npaid_before: ledger.csv\n",
            "2026",
            ("ledger.csv", "年度,条款,企业,金额\n2024,a3.5,甲,1万\n"));
        Assert.Contains(trial.Read().Diagnostics, fault => fault.Code == "BS744");
    }

    private static List<(int Year, int Enterprise)> Paid(SettlementInput input, SettlementResult result) =>
        [.. input.Claims.Zip(result.Awards)
            .Where(pair => pair.Second.Yuan > 0)
            .Select(pair => (pair.First.Year, pair.First.Keys.Enterprise))];
}
