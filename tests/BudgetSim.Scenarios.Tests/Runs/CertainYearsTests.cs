// A certain scenario of four years against sums by hand: first-time and once-only awards, a lifetime ceiling, yearly funds, the end of a
// rule.
using BudgetSim.Scenarios.Tests.Pools;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Tests.Runs;

/// <summary>
/// Fuzhou's rules, in force to the end of 2030, over 2028 to 2031. Every enterprise applies every year: 乙 for a platform (20 % of 2,000,000
/// = 400,000, in all at most 1,000,000), 甲 as national design centre (2,000,000 the first time), 丙 as demonstration enterprise (2,000,000
/// once), 丁 for equipment (3 % of 20,000,000 = 600,000). Claims come up in this order.
/// </summary>
public sealed class CertainYearsTests
{
    private const string Fund = "fuzhou_city_finance";

    private const string Pool =
        """
        cohorts:
          platforms: { roster: platforms.csv, claims: [ { measure: fuzhou-2026-5/a3.5, take_up: 100% } ] }
          centres: { roster: centres.csv, claims: [ { measure: fuzhou-2026-5/a2.2.a, take_up: 100% } ] }
          models: { roster: models.csv, claims: [ { measure: fuzhou-2026-5/a2.4, take_up: 100% } ] }
          projects: { roster: projects.csv, claims: [ { measure: fuzhou-2026-5/a3.1, take_up: 100% } ] }
        """;

    private static readonly string[] Measures = ["a3.5", "a2.2.a", "a2.4", "a3.1"];

    // Without funds every award is paid in its year. 乙: 400,000 + 400,000, then the 200,000 that remain of 1,000,000. 甲 and 丙: in 2028
    // only. 丁: 600,000 in each year of the rule. 2031: nothing, the rules ended with 2030.
    [Fact]
    public void Awards_WithoutAFund_FollowTheRulesOverTheYears()
    {
        var forecast = Run("");
        Assert.Equal(
            [[400_000, 400_000, 200_000, 0], [2_000_000, 0, 0, 0], [2_000_000, 0, 0, 0], [600_000, 600_000, 600_000, 0]],
            Measures.Select(measure => OfYears(forecast, forecast.Demand, measure)));
        Assert.Equal(
            [[400_000, 400_000, 200_000, 0], [2_000_000, 0, 0, 0], [2_000_000, 0, 0, 0], [600_000, 600_000, 600_000, 0]],
            Measures.Select(measure => OfYears(forecast, forecast.Paid, measure)));
    }

    // 2028: 3,000,000 for 5,000,000, in the order of the claims: 400,000 + 2,000,000 + 600,000 of 丙's 2,000,000; its other 1,400,000 and
    // 丁's 600,000 are cut. 2029: 400,000 + 600,000 = 1,000,000 of 2,000,000. 2030: 200,000 + 600,000 = 800,000 of 1,500,000.
    [Fact]
    public void ShortYear_WhoseClaimsLapse_CutsThemForGood()
    {
        var forecast = Run(Short);
        Assert.Equal(
            [[400_000, 400_000, 200_000, 0], [2_000_000, 0, 0, 0], [600_000, 0, 0, 0], [0, 600_000, 600_000, 0]],
            Measures.Select(measure => OfYears(forecast, forecast.Paid, measure)));
        Assert.All(SmallScenario.Outlay(forecast), yuan => Assert.Equal(3_000_000 + 1_000_000 + 800_000, yuan));
    }

    // 2029: 丙's 1,400,000 and 丁's 600,000 of 2028 take the 2,000,000; the year's own 1,000,000 waits. 2030: 400,000 + 600,000 of 2029
    // first, then 500,000 of its own 800,000: 200,000 for 乙 and 300,000 for 丁. 2031: 丁's last 300,000, although the rule has ended. In all
    // 5,000,000 + 1,000,000 + 800,000.
    [Fact]
    public void ShortYear_WhoseClaimsArePaidFirst_PaysThemLater()
    {
        var forecast = Run(Short + $"carry_over: {{ {Fund}: {{ claims: paid_first }} }}\n");
        Assert.Equal(
            [[400_000, 0, 600_000, 0], [2_000_000, 0, 0, 0], [600_000, 1_400_000, 0, 0], [0, 600_000, 900_000, 300_000]],
            Measures.Select(measure => OfYears(forecast, forecast.Paid, measure)));
        var fund = forecast.Model.Terms.FundIndex(Fund);
        Assert.Equal([0, 2_000_000, 1_000_000, 300_000], Enumerable.Range(0, 4).Select(year => forecast.Carried(fund, year)!.CarriedIn[0]));
        Assert.Equal(
            [2_000_000, 1_000_000, 300_000, 0], Enumerable.Range(0, 4).Select(year => forecast.Carried(fund, year)!.CarriedOut[0]));
        Assert.All(SmallScenario.Outlay(forecast), yuan => Assert.Equal(6_800_000, yuan));
    }

    // The same sums in each year: 3,000,000; 2,000,000 of 2,000,000 + 1,000,000; 1,500,000 of 1,000,000 + 800,000; the last 300,000.
    [Fact]
    public void ShortYear_WhoseClaimsCompeteWithTheNext_SpendsEachAppropriation()
    {
        var forecast = Run(Short + $"carry_over: {{ {Fund}: {{ claims: with_next_year }} }}\n");
        Assert.Equal(
            [3_000_000, 2_000_000, 1_500_000, 300_000],
            Enumerable.Range(0, 4).Select(year => Measures.Sum(measure => OfYears(forecast, forecast.Paid, measure)[year])));
    }

    // 2028 gets 2,000,000 beyond its 3,000,000; the other years have enough.
    [Fact]
    public void ShortYear_ThatIsToppedUp_PaysEverythingInItsYear()
    {
        var forecast = Run(Short + $"carry_over: {{ {Fund}: {{ claims: topped_up }} }}\n");
        Assert.Equal(
            [5_000_000, 1_000_000, 800_000, 0],
            Enumerable.Range(0, 4).Select(year => Measures.Sum(measure => OfYears(forecast, forecast.Paid, measure)[year])));
    }

    // 2028 leaves 1,000,000 of 6,000,000, which is 2029's demand. 2030 has 500,000 for 800,000: 乙's 200,000 and half of 丁's 600,000.
    [Fact]
    public void UnspentMoney_ThatIsCarried_PaysTheNextYear()
    {
        var forecast = Run(
            $"readings: {{ SHORTAGE: C }}\nfunds: {{ {Fund}: {{ 2028: 600万, 2029: 0, 2030: 50万, 2031: 0 }} }}\ncarry_over: {{ {Fund}: {{ claims: lapse, money: carried }} }}\n");
        Assert.Equal(
            [[400_000, 400_000, 200_000, 0], [2_000_000, 0, 0, 0], [2_000_000, 0, 0, 0], [600_000, 600_000, 300_000, 0]],
            Measures.Select(measure => OfYears(forecast, forecast.Paid, measure)));
    }

    // Completed in 2019, rewarded for 2019, 2020 and 2021: 40 % of what the contribution is above 300,000. 500,000 gives 80,000, 400,000
    // gives 40,000, 250,000 nothing; 2022 is a fourth year, whatever it brings. Of 80,000 province and city bear 30 % = 24,000 each and the
    // county 40 % = 32,000.
    [Fact]
    public void AwardOfThreeYears_EndsWithTheThird()
    {
        const string Reward = "fujian-2020/a4.4.1.a";
        var cohorts = new[] { (2021, 2019, "50万"), (2022, 2020, "40万"), (2023, 2021, "25万"), (2024, 2022, "90万") }.Select(row =>
            $"  y{row.Item1}: {{ years: {row.Item1}, count: 1, attributes: {{ project_completion_date: 2019-05-31, project_completion_year: 2019, is_above_scale: true, is_filed_project: true, has_county_tier: true, contribution_year: {row.Item2}, local_fiscal_contribution: {row.Item3}, base_local_fiscal_contribution: 30万 }}, claims: [ {{ measure: {Reward}, take_up: 100% }} ] }}\n");
        var forecast = SmallScenario.Run(
            "title: { zh: 试, en: trial }\npolicies: [fujian-2020]\nyears: { from: 2021, to: 2024 }\nreplications: 2\n",
            "cohorts:\n" + string.Concat(cohorts));
        var line = forecast.Line(forecast.Model.Terms.IndexOf(Reward), 0);
        Assert.Equal([80_000, 40_000, 0, 0], Enumerable.Range(line, 4).Select(year => forecast.Paid[year][1]));
        Assert.Equal(
            [2_400_000L + 1_200_000, 2_400_000 + 1_200_000, 3_200_000 + 1_600_000],
            forecast.PayerFen.Select(payer => payer[1]).Where(fen => fen > 0).Order());
    }

    private static string Short =>
        $"readings: {{ SHORTAGE: C }}\nfunds: {{ {Fund}: {{ 2028: 300万, 2029: 200万, 2030: 150万, 2031: 100万 }} }}\n";

    private static Forecast Run(string settings)
    {
        using var trial = new PoolTrial(
            Pool,
            "{ from: 2028, to: 2031 }",
            ("platforms.csv", "企业,产品,results_recognised,platform_investment_ex_vat\n乙,B,是,200万\n"),
            ("centres.csv", "企业,new_design_centre_level\n甲,national\n"),
            ("models.csv", "企业,newly_recognised_technology_innovation_demonstration_enterprise\n丙,是\n"),
            ("projects.csv", "企业,项目,equipment_investment_ex_vat\n丁,P,2000万\n"));
        return RunReplications.Run(trial.With(settings).Model(), 2, progress: null, CancellationToken.None);
    }

    private static long[] OfYears(Forecast forecast, long[][] grid, string measure)
    {
        var line = forecast.Line(forecast.Model.Terms.IndexOf("fuzhou-2026-5/" + measure), 0);
        return [.. Enumerable.Range(line, 4).Select(year => Assert.Single(grid[year].Distinct()))];
    }
}
