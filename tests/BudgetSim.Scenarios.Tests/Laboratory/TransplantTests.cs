// A pool under another document's rules is the same pool: what the shipped scenario of Fuzhou's firms under Jinjiang's rules wrote by hand
// comes out again.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Wording;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Transplants;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class TransplantTests
{
    private const string Jinjiang = "jinjiang-2025-5";

    private static readonly string WholePlan = Repository.PathTo("scenarios", "fuzhou-2026-2030-whole-plan");

    private static readonly ScenarioOverrides Plain = new() { Replications = 20, Years = [2026] };

    private static readonly LoadedScenario Transplanted =
        Lab.Value(ScenarioFile.Read(WholePlan, Lab.Seeds, Plain with { Policies = [Jinjiang] }));

    // Clauses whose attributes the whole plan states without an assumption added for Jinjiang, with the take-up of the clause they stand
    // for.
    [Theory]
    [InlineData("1.3.a")]
    [InlineData("1.3.b")]
    [InlineData("2.2.a")]
    [InlineData("2.2.b")]
    [InlineData("2.2.e")]
    public void WholePlan_UnderJinjiang_IsTheShippedTransplantToTheYuan(string clause)
    {
        var (found, written) =
            (Lab.Run(Transplanted),
             Lab.Run(Lab.Value(ScenarioFile.Read(Repository.PathTo("scenarios", "fuzhou-pool-under-jinjiang-rules"), Lab.Seeds, Plain))));
        long[] Paid(Forecast forecast) => forecast.PaidByMeasure(forecast.Model.Terms.IndexOf($"{Jinjiang}/{clause}"));
        Assert.Contains(Paid(written), yuan => yuan > 0);
        Assert.Equal(Paid(written), Paid(found));
    }

    [Fact]
    public void Warnings_NameCohortsAndAwardsInBothLanguages()
    {
        var warnings = ScenarioFile.Read(WholePlan, Lab.Seeds, Plain with { Policies = [Jinjiang] }).Diagnostics;
        var (cohorts, awards) = (warnings.Single(warning => warning.Code == "BS757"), warnings.Single(warning => warning.Code == "BS758"));
        var cohort = Transplanted.Model.Pool.Cohorts.First(one => one.Claims.Count == 0);
        Assert.Contains($"{cohort.Title.En} ({cohort.Name})", cohorts.Message, StringComparison.Ordinal);
        Assert.Contains($"{cohort.Title.Zh}（{cohort.Name}）", Chinese.Of(cohorts), StringComparison.Ordinal);
        var award = Transplanted.Model.Terms.Library.Find($"{Jinjiang}/1.1.a")!.Measure;
        Assert.Contains($"{award.Title.En} ({award.Id})", awards.Message, StringComparison.Ordinal);
        Assert.Contains($"{award.Title.Zh}（{award.Id}）", Chinese.Of(awards), StringComparison.Ordinal);
        Assert.DoesNotContain(award.Title.En, Chinese.Of(awards), StringComparison.Ordinal);
    }

    // Whether a project stands in the statistics of upgrades is what clause 2.1 asks and Fuzhou's pool does not say.
    [Fact]
    public void WholePlan_UnderJinjiang_ListsWhatThePoolLacks()
    {
        var lacking = LackingAttribute.In(Transplanted.Model).Single(lack => lack.Name == "is_in_upgrade_statistics");
        Assert.Equal([$"{Jinjiang}/2.1.a"], lacking.Measures);
        Assert.Contains("upgrade_projects", lacking.Cohorts);
        Assert.Equal(Transplanted.Model.Terms.Library.Vocabulary.Find("is_in_upgrade_statistics")!.Default, lacking.Assumed);
        Assert.Empty(Transplanted.Model.Funds); // the software fund is Fuzhou's
    }

    [Fact]
    public void OwnDocuments_LaidOver_ChangeNothingToTheBit()
    {
        var same = Lab.Value(ScenarioFile.Read(Lab.Folder, Lab.Seeds, Lab.Few with { Policies = ["fuzhou-2026-5"] }));
        var forecast = Lab.Run(same);
        Assert.Equal(Lab.Forecast.Paid.Select(row => row[..30]), forecast.Paid.Select(row => row[..30]));
        Assert.Equal(Lab.Forecast.Claims, forecast.Claims);
    }

    [Fact]
    public void Side_UnderOtherRules_IsComparedEnterpriseByEnterpriseOnTheSameDraws()
    {
        var source = new ScenarioSource(Lab.Seeds, Plain);
        var own = Lab.Value(Side.ReadAll([WholePlan], Lab.Seeds, Plain))[0];
        var other = Lab.Value(Side.Under(own, [Jinjiang], Lab.Seeds, Plain));
        Assert.Equal("fuzhou-2026-2030-whole-plan@jinjiang-2025-5", other.Name);
        var comparison = Comparison.Run([own, other], source, Lab.Runs());
        var contrast = Assert.Single(comparison.Contrasts);
        Assert.Null(contrast.Attribution);
        Assert.Equal(
            Lab.Run(Transplanted).PaidByMeasure(Transplanted.Model.Terms.IndexOf($"{Jinjiang}/1.3.b")).Average() * 100,
            contrast.Clauses.Single(clause => clause.Id == $"{Jinjiang}/1.3.b").Difference.Mean.Value,
            6);
        Assert.Equal(contrast.Enterprises.YuanGained - contrast.Enterprises.YuanLost, contrast.Total.Difference.Mean.Value / 100, 3);
    }

    [Theory]
    [InlineData("jinjiang-2025", "BS113")]
    [InlineData("fujian-2020", "BS759")]
    public void Documents_UnknownOrWithoutCandidates_AreRefusedBeforeAnyWork(string document, string code)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["scenario.yaml"], "title: { zh: 试, en: trial }\npolicies: [fuzhou-2026-5]\nyears: 2026\n");
        File.WriteAllText(
            folder["pool.yaml"],
            "cohorts:\n  c: { count: 3, attributes: { newly_listed_5g_factory: true }, claims: [ { measure: fuzhou-2026-5/a3.4.c, take_up: 50% } ] }\n");
        var read = ScenarioFile.Read(folder[""], Lab.Seeds, new ScenarioOverrides { Policies = [document] });
        Assert.Equal(code, Assert.Single(read.Diagnostics, fault => fault.Severity == Severity.Error).Code);
    }

    // The reading and the fund are of Fuzhou's document; neither means anything under Jinjiang's.
    [Fact]
    public void ReadingsAndMoney_OfTheOldDocuments_AreLeftOut()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            folder["scenario.yaml"],
            "title: { zh: 试, en: trial }\npolicies: [fuzhou-2026-5]\nyears: 2026\nreadings: { 'fuzhou-2026-5/a1.4#R3': B }\nfunds: { fuzhou_software_fund: 100万 }\n");
        File.WriteAllText(
            folder["pool.yaml"],
            "cohorts:\n  c: { count: 3, attributes: { new_srdi_title: little_giant }, claims: [ { measure: fuzhou-2026-5/a5.1.a, take_up: 50% } ] }\n");
        var read = Lab.Value(ScenarioFile.Read(folder[""], Lab.Seeds, new ScenarioOverrides { Policies = [Jinjiang] }));
        Assert.Empty(read.Readings);
        Assert.Empty(read.Model.Funds);
        Assert.All(read.Model.Pool.Cohorts[0].Claims, claim => Assert.StartsWith(Jinjiang + "/", claim.Measure, StringComparison.Ordinal));
        Assert.Equal("试（套用jinjiang-2025-5）", read.Title.Zh);
    }
}
