// A swept figure reaches every claim that shares a ceiling with it, also those of other enterprises and of other measures; sums by hand.
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class SharedCeilingTests
{
    private const string Hosting = "sanming-2025-39/3.9.b", Factory = "fuzhou-2026-5/a3.4.c", Product = "fuzhou-2026-5/a4.2.1.a";

    // Two hosts spent 80,000 each; half of it is 40,000 each, below every ceiling here by itself and together 80,000: min(80,000, ceiling).
    [Theory]
    [InlineData("park")]
    [InlineData("group")]
    [InlineData("programme-year")]
    public void CeilingOfTwoEnterprises_Swept_HoldsForBothTogether(string scope)
    {
        using var folder = Scenario(
            $"policies: [sanming-2025-39]\nchanges: {{ {Hosting}/caps: [ {{ amount: cap, per: {scope} }} ] }}\n",
            $"cohorts:\n  hosts: {{ roster: firms.csv, claims: [ {{ measure: {Hosting}, take_up: 100% }} ] }}\n");
        File.WriteAllText(
            folder["firms.csv"],
            "企业,园区,集团,event_kind,is_undertaking_unit,event_cost\n甲,P,G,market_expansion,是,80000\n乙,P,G,market_expansion,是,80000\n");
        var sweep = Swept(folder, $"{Hosting}/cap", "4.5万", "5万", "6万", "10万");
        Assert.Equal([45_000, 50_000, 60_000, 80_000], sweep.Points.Select(point => point.Outcome.Outlay[0]));
        Assert.All(sweep.Baseline.Outlay, yuan => Assert.Equal(50_000, yuan));
    }

    // One enterprise with a factory (200,000) and a product (500,000) under a joint ceiling of 150,000 that cuts pro rata: the product's
    // part is 150,000 x 50 / (20 + 50) = 107,142 and, when the factory's award is 400,000, 150,000 x 50 / (40 + 50) = 83,333.
    [Fact]
    public void CeilingThatCutsProRata_SweptAmount_MovesTheOtherMeasuresPart()
    {
        using var folder = Scenario(
            $"policies: [fuzhou-2026-5]\nfunds: {{ fuzhou_software_fund: 1亿 }}\nchanges:\n  {Factory}/caps: [ {{ amount: 150000, per: enterprise-year, shared_with: [{Product}], shortage: pro-rata }} ]\n  {Product}/caps: [ {{ amount: 150000, per: enterprise-year, shared_with: [{Factory}], shortage: pro-rata }} ]\n",
            $"populations:\n  firms: {{ count: 1, attributes: {{ is_software_enterprise: true, is_registered_and_operating_in_fuzhou: true }} }}\ncohorts:\n  c: {{ population: firms, count: 1, attributes: {{ newly_listed_5g_factory: true, products_passing_security_assessment: 1 }}, claims: [ {{ measure: {Factory}, take_up: 100% }}, {{ measure: {Product}, take_up: 100% }} ] }}\n");
        var sweep = Swept(folder, $"{Factory}/amount", "20万", "40万");
        Assert.Equal([107_142, 83_333], sweep.Points.Select(point => point.Outcome.Funds[0].Demand[0]));
    }

    private static TemporaryFolder Scenario(string settings, string pool)
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(folder["scenario.yaml"], "title: { zh: 试, en: trial }\nyears: 2026\nreplications: 3\n" + settings);
        File.WriteAllText(folder["pool.yaml"], pool);
        return folder;
    }

    private static Sweep Swept(TemporaryFolder folder, string path, params string[] values)
    {
        var overrides = new ScenarioOverrides();
        var source = new VariantSource(
            Lab.Value(Side.ReadAll([folder[""]], Lab.Seeds, overrides))[0], new ScenarioSource(Lab.Seeds, overrides));
        VariedPath[] paths = [new(path, values, default)];
        return Sweep.Run(source, paths, Lab.Value(Sweep.Plan(source, paths)), Lab.Runs());
    }
}
