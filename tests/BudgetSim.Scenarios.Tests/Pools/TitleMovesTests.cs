// Titles that move with the business cycle, are lost, start from a roster, or bring up who holds them: against the arithmetic of the chain.
using BudgetSim.Policy.Expressions;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Tests.Pools;

public sealed class TitleMovesTests
{
    private const string Award = "fuzhou-2026-5/a5.1.b";

    // One year of 60 firms with a step of 10 % and a loading of 0.6: given the factor z each steps with Phi((Phi^-1(0.1) + 0.6 z) / 0.8),
    // so the number has the mean 6 and the variance 60 x 0.1 x 0.9 + 60 x 59 x (E[p(z)^2] - 0.1^2), where the integral is summed here over
    // a fine grid.
    [Fact]
    public void Steps_WithACommonFactor_KeepTheirMeanAndGainTheVarianceOfTheFactor()
    {
        const int Firms = 60, Replications = 4000;
        var threshold = NormalCurve.Quantile(0.1);
        var (square, mean, width) = (0.0, 0.0, 0.001);
        for (var z = -8.0; z < 8; z += width)
        {
            var (given, weight) = (NormalCurve.Cumulative((threshold + (0.6 * z)) / 0.8), NormalCurve.Density(z) * width);
            (mean, square) = (mean + (weight * given), square + (weight * given * given));
        }

        Assert.Equal(0.1, mean, 6);
        var variance = (Firms * 0.1 * 0.9) + (Firms * (Firms - 1) * (square - 0.01));
        var counts = Counts(Pool(Firms, "yearly: { none->srdi_sme: 10% }, moves_with: { cycle: 0.6 }", "newly: srdi_sme"), Replications);
        Assert.InRange(counts.Average(), 6 - (4 * Math.Sqrt(variance / Replications)), 6 + (4 * Math.Sqrt(variance / Replications)));
        Assert.InRange(counts.Average(count => (count - 6.0) * (count - 6.0)) / variance, 0.85, 1.15);
        Assert.True(variance > 4 * Firms * 0.1 * 0.9); // the factor is most of it
    }

    // Before the scenario the steps had factors too: firms are more alike than independent ones.
    [Fact]
    public void Steps_OfYearsBeforeTheScenario_MoveWithTheirOwnFactors()
    {
        var counts = Counts(
            Pool(60, "yearly: { none->srdi_sme: 10% }, moves_with: { cycle: 0.6 }, since: 2023", "holding: srdi_sme"), 2000);
        var share = 1 - (0.9 * 0.9 * 0.9); // 2024, 2025, 2026: each firm stays without a title with 0.9 a year
        Assert.InRange(counts.Average() / (60 * share), 0.96, 1.04);
        Assert.True(counts.Average(count => (count - (60 * share)) * (count - (60 * share))) > 2 * 60 * share * (1 - share));
    }

    // All hold the title at first, a fifth loses it each year and never regains it: 80 %, 64 % and 51.2 % hold it.
    [Fact]
    public void Titles_Lost_AreHeldByEverFewer()
    {
        const int Firms = 20_000;
        using var trial = new PoolTrial(
            Pool(Firms, "start: { srdi_sme: 100% }, yearly: { none->srdi_sme: 0% }, lapses: { srdi_sme: 20% }", "holding: srdi_sme"),
            "{ from: 2026, to: 2028 }");
        var claims = new Replicate(trial.Model()).Claims(0).Claims;
        foreach (var (year, share) in new[] { (2026, 0.8), (2027, 0.64), (2028, 0.512) })
            Assert.Equal(Firms * share, claims.Count(claim => claim.Year == year), 4 * Math.Sqrt(Firms * share * (1 - share)));
    }

    // Reached, lost, reached again for certain: the title is newly reached once only, and was held before ever after.
    [Fact]
    public void Title_Regained_IsNotNewly()
    {
        var attributes =
            "loan_months: { title: now, words: { none: 0, srdi_sme: 1 } }, selection_rank: { title: ever_before, words: { none: 1, srdi_sme: 2 } }, is_basic_or_industrial_software_product: { title: newly, at_least: srdi_sme }";
        var pool =
            $"populations:\n  firms: {{ count: 1, titles: {{ ladder: [none, srdi_sme], yearly: {{ none->srdi_sme: 100% }}, lapses: {{ srdi_sme: 100% }} }}, attributes: {{ {attributes} }} }}\ncohorts:\n  c: {{ population: firms, count: 1, claims: [ {{ measure: fuzhou-2026-5/a4.3.1, take_up: 100% }} ] }}\n";
        using var trial = new PoolTrial(pool, "{ from: 2026, to: 2029 }");
        var (model, facts) = (trial.Model(), new List<Value[]>());
        _ = new Replicate(model).Claims(0, facts);
        var measure = model.Terms.Compiled[model.Terms.IndexOf("fuzhou-2026-5/a4.3.1")];
        Assert.Equal(
            [Value.True, Value.False, Value.False, Value.False],
            facts.Select(fact => fact[measure.SlotOf("is_basic_or_industrial_software_product")]));
        Assert.Equal([1.0, 2, 2, 2], facts.Select(fact => fact[measure.SlotOf("selection_rank")].Number.ToDouble()));
        using var titled = new PoolTrial(
            pool.Replace("count: 1, claims", "newly: srdi_sme, claims", StringComparison.Ordinal), "{ from: 2026, to: 2029 }");
        Assert.Equal([2026], new Replicate(titled.Model()).Claims(0).Claims.Select(claim => claim.Year));
    }

    // 甲 has the title already, 乙 none, 丙 says nothing; a certain step a year makes 乙 and 丙 newly titled in the first.
    [Fact]
    public void Start_FromARoster_IsTheTitleOfEachRow()
    {
        using var trial = new PoolTrial(
            "populations:\n  firms: { roster: firms.csv, titles: { ladder: [none, srdi_sme], start: srdi_title, yearly: { none->srdi_sme: 100% } }, attributes: { srdi_title: { title: now }, new_srdi_title: { title: newly }, is_industry_and_it_enterprise: true } }\ncohorts:\n  c: { population: firms, newly: srdi_sme, claims: [ { measure: fuzhou-2026-5/a5.1.b, take_up: 100% } ] }\n",
            "{ from: 2026, to: 2027 }",
            ("firms.csv", "企业,srdi_title\n甲,srdi_sme\n乙,none\n丙,\n"));
        var (input, result) = new Replicate(trial.Model()).Run(0);
        Assert.Equal([(2026, 1), (2026, 2)], input.Claims.Select(claim => (claim.Year, claim.Keys.Enterprise)));
        Assert.Equal([100_000L, 100_000], result.Awards.Select(award => award.Yuan));
    }

    [Fact]
    public void Start_WithAWordThatIsNoTitle_IsRefused()
    {
        using var trial = new PoolTrial(
            "populations:\n  firms: { roster: firms.csv, titles: { ladder: [none, srdi_sme], start: srdi_title, yearly: { none->srdi_sme: 100% } } }\ncohorts:\n  c: { population: firms, newly: srdi_sme, claims: [ { measure: fuzhou-2026-5/a5.1.b, take_up: 100% } ] }\n",
            "2026",
            ("firms.csv", "企业,srdi_title\n甲,little_giant\n乙,\n"));
        var fault = Assert.Single(trial.Read().Diagnostics, fault => fault.Severity == Core.Diagnostics.Severity.Error);
        Assert.Equal(
            ("BS747", 2, 74, "firms.csv begins with 'little_giant' in 1 enterprises, which is no title of the ladder"),
            (fault.Code, fault.Where.Line, fault.Where.Column, fault.Message));
    }

    [Fact]
    public void Holding_WithAShare_BringsUpThatShareOfTheHolders()
    {
        const int Firms = 30_000;
        using var trial = new PoolTrial(
            Pool(Firms, "start: { srdi_sme: 40% }, yearly: { none->srdi_sme: 0% }", "holding: srdi_sme, share: 25%"),
            "{ from: 2026, to: 2027 }");
        var claims = new Replicate(trial.Model()).Claims(0).Claims;
        Assert.All(claims.GroupBy(claim => claim.Year), year => Assert.Equal(3000, year.Count(), 4 * Math.Sqrt(Firms * 0.1 * 0.9)));
        Assert.All(claims.GroupBy(claim => (claim.Year, claim.Keys.Enterprise)), each => Assert.Single(each));
    }

    [Fact]
    public void Threads_OneOrFour_GiveTheSameTotalsWithFactorsAndLosses()
    {
        using var trial = new PoolTrial(
            Pool(
                300,
                "start: { srdi_sme: 10% }, yearly: { none->srdi_sme: 10% }, lapses: { srdi_sme: 5% }, moves_with: { cycle: 0.4 }, since: 2022",
                "holding: srdi_sme, share: 30%, moves_with: { cycle: 0.2 }"),
            "{ from: 2026, to: 2028 }");
        var forecasts = new[] { 1, 4 }
            .Select(threads => RunReplications.Run(trial.Model(), threads, progress: null, CancellationToken.None))
            .ToList();
        Assert.Equal(forecasts[0].Demand.SelectMany(line => line), forecasts[1].Demand.SelectMany(line => line));
        Assert.Contains(forecasts[0].Demand.SelectMany(line => line), yuan => yuan > 0);
    }

    [Theory]
    [InlineData("titles/none->srdi_sme", 5.0, 0.5)]
    [InlineData("titles/none->srdi_sme", 20.0, 1.0)]
    [InlineData("titles/lapses/srdi_sme", 2.0, 0.1)]
    [InlineData("titles/start/srdi_sme", 0.5, 0.1)]
    [InlineData("titles/start/srdi_sme", 9.0, 1.0)]
    public void Assumption_AboutTitles_MovesThatProbabilityAlone(string path, double factor, double expected)
    {
        using var trial = new PoolTrial(Pool(
            9, "start: { srdi_sme: 20% }, yearly: { none->srdi_sme: 10% }, lapses: { srdi_sme: 5% }", "holding: srdi_sme, share: 30%"));
        var model = trial.Model();
        var moved = AssumptionPath.In(model).Single(one => one.Path == "pool/firms/" + path)
            .Move(model, factor).Pool.Populations[0].Titles!;
        var found = path.Contains("start", StringComparison.Ordinal) ? moved.Start[1]
            : path.Contains("lapses", StringComparison.Ordinal) ? moved.Lapse(1)
            : moved.Yearly[0][0].Probability;
        Assert.Equal(expected, found, 12);
        Assert.Equal(1, moved.Start.Sum(), 12);
        Assert.Equal(
            0.6, AssumptionPath.In(model).Single(one => one.Path == "pool/c/share").Move(model, 2).Pool.Cohorts[0].Titled!.Share, 12);
    }

    private static List<int> Counts(string pool, int replications)
    {
        using var trial = new PoolTrial(pool);
        var replicate = new Replicate(trial.Model());
        return [.. Enumerable.Range(0, replications).Select(number => replicate.Claims(number).Claims.Count)];
    }

    private static string Pool(int firms, string titles, string cohort) =>
        $"factors: {{ cycle: {{ zh: 景气, en: cycle }} }}\npopulations:\n  firms: {{ count: {firms}, titles: {{ ladder: [none, srdi_sme], {titles} }}, attributes: {{ new_srdi_title: {{ title: now }}, is_industry_and_it_enterprise: true }} }}\ncohorts:\n  c: {{ population: firms, {cohort}, claims: [ {{ measure: {Award}, take_up: 100% }} ] }}\n";
}
