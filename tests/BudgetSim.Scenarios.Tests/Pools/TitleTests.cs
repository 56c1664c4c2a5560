// Titles that enterprises climb over the years, against the arithmetic of the chain.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Policy.Expressions;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Tests.Pools;

public sealed class TitleTests
{
    private const string Award = "fuzhou-2026-5/a5.1.b";
    private const string Ladder =
        "ladder: [none, innovative_sme, srdi_sme, little_giant], start: { innovative_sme: 20%, srdi_sme: 8% }, yearly: { none->innovative_sme: 10%, innovative_sme->srdi_sme: 12%, srdi_sme->little_giant: 5% }";
    private const string Reads =
        "new_srdi_title: { title: newly }, srdi_title: { title: now }, is_key_chain_enterprise: { title: before, at_least: srdi_sme }, loan_months: { title: before, words: { none: 0, innovative_sme: 1, srdi_sme: 2, little_giant: 3 } }";

    [Fact]
    public void Newly_OfThreeYears_AreAsManyAsTheChainExpects()
    {
        const int Firms = 50_000;
        var claims = Claims(Pool(Firms, "newly: srdi_sme"), "{ from: 2026, to: 2028 }", out _, out _);

        // Innovative at the end of 2025, 2026, 2027: 20 %, then 88 % of it and a tenth of those without a title (72 %, 64.8 %).
        double[] expected = [0.12 * 0.2, 0.12 * ((0.88 * 0.2) + 0.072), 0.12 * ((0.88 * 0.248) + 0.0648)];
        for (var year = 0; year < expected.Length; year++)
        {
            var found = claims.Count(claim => claim.Year == 2026 + year);
            var error = Math.Sqrt(Firms * expected[year] * (1 - expected[year]));
            Assert.InRange(found, (Firms * expected[year]) - (4 * error), (Firms * expected[year]) + (4 * error));
        }

        Assert.Equal(claims.Count, claims.Select(claim => claim.Keys.Enterprise).Distinct().Count());
    }

    [Fact]
    public void Facts_OfTheNewlyTitled_FollowThePath()
    {
        var claims = Claims(Pool(2000, "newly: [srdi_sme, little_giant]"), "{ from: 2026, to: 2029 }", out var facts, out var model);
        var measure = model.Terms.Compiled[model.Terms.IndexOf(Award)];
        var newly = measure.SlotOf("new_srdi_title");
        Assert.Equal(["little_giant", "srdi_sme"], facts.Select(fact => fact[newly].Text!).Distinct().Order(StringComparer.Ordinal));
        foreach (var path in claims.Zip(facts).GroupBy(pair => pair.First.Keys.Enterprise).Where(group => group.Count() > 1))
            Assert.Equal(["srdi_sme", "little_giant"], path.OrderBy(pair => pair.First.Year).Select(pair => pair.Second[newly].Text!));
    }

    [Fact]
    public void Before_OfOneStepAYearForCertain_IsTheTitleOfTheYearBefore()
    {
        var ladder =
            "ladder: [none, innovative_sme, srdi_sme, little_giant], yearly: { none->innovative_sme: 100%, innovative_sme->srdi_sme: 100%, srdi_sme->little_giant: 100% }";
        var pool =
            $"populations:\n  firms: {{ count: 1, titles: {{ {ladder} }}, attributes: {{ selection_rank: {{ title: before, words: {{ none: 1, innovative_sme: 2, srdi_sme: 3, little_giant: 4 }} }}, is_basic_or_industrial_software_product: {{ title: newly, at_least: innovative_sme }} }} }}\ncohorts:\n  c: {{ population: firms, count: 1, claims: [ {{ measure: fuzhou-2026-5/a4.3.1, take_up: 100% }} ] }}\n";
        _ = Claims(pool, "{ from: 2026, to: 2029 }", out var facts, out var model);
        var measure = model.Terms.Compiled[model.Terms.IndexOf("fuzhou-2026-5/a4.3.1")];
        Assert.Equal([1.0, 2, 3, 4], facts.Select(fact => fact[measure.SlotOf("selection_rank")].Number.ToDouble()));
        Assert.Equal(
            [Value.True, Value.True, Value.True, Value.False],
            facts.Select(fact => fact[measure.SlotOf("is_basic_or_industrial_software_product")]));
    }

    [Theory]
    [InlineData("{ from: 2026, to: 2028 }", "")]
    [InlineData("{ from: 2026, to: 2027 }", "  other: { count: 9, claims: [ { measure: fuzhou-2026-5/a4.4.a, take_up: 50% } ] }\n")]
    public void Paths_WithALaterYearOrAnotherMeasure_KeepEveryEarlierStep(string years, string other)
    {
        var short2 = Claims(Pool(3000, "newly: srdi_sme"), "{ from: 2026, to: 2027 }", out _, out _);
        var more = Claims(Pool(3000, "newly: srdi_sme") + other, years, out _, out var model);
        var award = model.Terms.IndexOf(Award);
        Assert.Equal(
            short2.Select(claim => (claim.Year, claim.Keys.Enterprise)),
            more.Where(claim => claim.Measure == award && claim.Year <= 2027).Select(claim => (claim.Year, claim.Keys.Enterprise)));
    }

    [Fact]
    public void Paths_SinceAnEarlierYear_AreThoseOfAScenarioThatBeginsEarlier()
    {
        var late = Claims(Pool(3000, "newly: srdi_sme", ", since: 2025"), "{ from: 2027, to: 2028 }", out _, out _);
        var early = Claims(Pool(3000, "newly: srdi_sme", ", since: 2025"), "{ from: 2026, to: 2028 }", out _, out _);
        Assert.Equal(
            early.Where(claim => claim.Year > 2026).Select(claim => (claim.Year, claim.Keys.Enterprise)),
            late.Select(claim => (claim.Year, claim.Keys.Enterprise)));
    }

    [Fact]
    public void Threads_OneOrFour_GiveTheSameTotals()
    {
        using var trial = new PoolTrial(Pool(500, "newly: [srdi_sme, little_giant]"), "{ from: 2026, to: 2028 }");
        var model = trial.Model();
        var forecasts = new[] { 1, 4 }.Select(threads => RunReplications.Run(model, threads, progress: null, CancellationToken.None))
            .ToList();
        Assert.Equal(forecasts[0].Demand.SelectMany(line => line), forecasts[1].Demand.SelectMany(line => line));
        Assert.Contains(forecasts[0].Demand.SelectMany(line => line), yuan => yuan > 0);
    }

    [Fact]
    public void OncePerEnterprise_TitleClaimedEveryYear_IsPaidOnce()
    {
        var ladder =
            "ladder: [none, innovative_sme, srdi_sme, little_giant], start: { srdi_sme: 100% }, yearly: { srdi_sme->little_giant: 0% }";
        var pool =
            $"populations:\n  firms: {{ count: 1, titles: {{ {ladder} }}, attributes: {{ new_srdi_title: {{ title: now }}, is_industry_and_it_enterprise: true }} }}\ncohorts:\n  c: {{ population: firms, count: 1, claims: [ {{ measure: {Award}, take_up: 100% }} ] }}\n";
        using var trial = new PoolTrial(pool, "{ from: 2026, to: 2028 }");
        var (input, result) = new Replicate(trial.Model()).Run(0);
        Assert.Equal(3, input.Claims.Count);
        Assert.Single(result.Awards, award => award.Yuan > 0);
    }

    [Fact]
    public void Variant_OfAPoolWithTitles_DrawsEverythingAgain()
    {
        using var trial = new PoolTrial(Pool(5, "newly: srdi_sme"));
        var model = trial.Model();
        Assert.Null(Variant.Of(model, model with { Funds = [] }).Changed);
    }

    private static string Pool(int firms, string newly, string more = "") =>
        $"populations:\n  firms: {{ count: {firms}, titles: {{ {Ladder}{more} }}, attributes: {{ {Reads}, is_industry_and_it_enterprise: true }} }}\ncohorts:\n  c: {{ population: firms, {newly}, claims: [ {{ measure: {Award}, take_up: 100% }} ] }}\n";

    private static IReadOnlyList<Claim> Claims(string pool, string years, out List<Value[]> facts, out ScenarioModel model)
    {
        using var trial = new PoolTrial(pool, years);
        model = trial.Model();
        facts = [];
        return new Replicate(model).Claims(0, facts).Claims;
    }
}
