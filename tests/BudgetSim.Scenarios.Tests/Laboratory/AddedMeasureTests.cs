// A measure that a reform adds pays what its rule says, and changes nothing else.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Transplants;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Tests;
using static BudgetSim.Scenarios.Tests.Laboratory.AddedScenario;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class AddedMeasureTests
{
    private const string Shipped = "+guarantee-fee", ShippedMeasure = "fuzhou-2026-5/a3.8";

    // Equipment: 3 x 3% of 10 million = 900,000. Added: 5% of 4 million is 200,000, the ceiling leaves 150,000; 3 x 150,000 = 450,000, half
    // from each payer.
    [Fact]
    public void Measure_Added_PaysWhatItsRuleSays()
    {
        using var scenario = new AddedScenario();
        var forecast = Lab.Run(scenario.Under("+add"));
        Assert.Equal([900_000L, 900_000, 900_000], Paid(forecast, Equipment));
        Assert.Equal([450_000L, 450_000, 450_000], Paid(forecast, Added));
        Assert.Equal([22_500_000L, 22_500_000, 22_500_000], Borne(forecast, "fuzhou_county"));
        Assert.Equal([112_500_000L, 112_500_000, 112_500_000], Borne(forecast, "fuzhou_city"));
    }

    // The software fund pays pro rata: of 300,000 yuan each of the three gets 100,000.
    [Theory]
    [InlineData("funds: { fuzhou_software_fund: 30万 }", "+add")]
    [InlineData("", "+add+money")]
    public void Fund_TooSmall_CutsTheAddedMeasure(string money, string reforms)
    {
        using var scenario = new AddedScenario(money);
        scenario.Write("money", $"funds: {{ {Fund}: 30万 }}\n");
        Assert.Equal([300_000L, 300_000, 300_000], Paid(Lab.Run(scenario.Under(reforms)), Added));
    }

    // Claims are dated 30 June: a first day after it leaves nothing.
    [Theory]
    [InlineData("2026-06-30", 450_000)]
    [InlineData("2026-07-01", 0)]
    public void FirstDay_OfTheMeasure_DecidesWhichClaimsItPays(string from, long paid)
    {
        using var scenario = new AddedScenario();
        scenario.Write("later", $"add:\n  - {{ measure: {Added}, why: t, from: {from}, claims: {{ {Cohort}: 100% }}, rule: {Rule} }}\n");
        Assert.Equal([paid, paid, paid], Paid(Lab.Run(scenario.Under("+later")), Added));
    }

    // 2% of 4 million is 80,000, below the ceiling: 3 x 80,000. A ceiling of 100,000 holds for claims from its day on; these are dated 30
    // June.
    [Theory]
    [InlineData("changes:\n  - { path: fuzhou-2026-5/a3.8/rate, value: 2%, why: t }\n", 240_000)]
    [InlineData("changes:\n  - { path: fuzhou-2026-5/a3.8/cap, value: 10万, from: 2026-06-30, why: t }\n", 300_000)]
    [InlineData("changes:\n  - { path: fuzhou-2026-5/a3.8/cap, value: 10万, from: 2026-07-01, why: t }\n", 450_000)]
    [InlineData("switch_off: [fuzhou-2026-5/a3.8]\n", 0)]
    public void LaterReform_OfTheAddedMeasure_Holds(string change, long paid)
    {
        using var scenario = new AddedScenario();
        scenario.Write("later", change);
        Assert.Equal([paid, paid, paid], Paid(Lab.Run(scenario.Under("+add+later")), Added));
    }

    [Theory]
    [InlineData("changes:\n  - { path: fuzhou-2026-5/a3.8/rate, value: 2%, why: t }\n", "BS502")]
    [InlineData("switch_off: [fuzhou-2026-5/a3.8]\n", "BS505")]
    public void EarlierReform_OfAMeasureAddedLater_IsAFault(string change, string code)
    {
        using var scenario = new AddedScenario();
        scenario.Write("early", change);
        Assert.Equal(
            code,
            Assert.Single(ReformedScenario.Read(
                Lab.Value(ReformName.Read($"{scenario.Folder}+early+add")), Lab.Seeds, new ScenarioOverrides()).Diagnostics).Code);
    }

    // Added again in the same words it stays as it was changed in between.
    [Fact]
    public void SameMeasure_AddedAgain_IsAddedOnce()
    {
        using var scenario = new AddedScenario();
        scenario.Write("rate", "changes:\n  - { path: fuzhou-2026-5/a3.8/rate, value: 2%, why: t }\n");
        Assert.Equal([240_000L, 240_000, 240_000], Paid(Lab.Run(scenario.Under("+add+rate+add")), Added));
    }

    [Fact]
    public void Measure_AddedAndSwitchedOff_IsTheBaselineToTheBit()
    {
        var add = Lab.Sides(Shipped)[0].Steps;
        var off = Lab.Run(Lab.With([.. add, new ReformStep.SwitchOff(ShippedMeasure, "t", default)]));
        foreach (var id in Lab.Baseline.Model.Terms.Measures.Select(measure => measure.Id))
            Assert.Equal(Paid(Lab.Forecast, id), Paid(off, id));
        Assert.All(Paid(off, ShippedMeasure), paid => Assert.Equal(0, paid));
        Assert.Equal(
            Lab.Baseline.Model.Terms.Payers.Select(payer => Borne(Lab.Forecast, payer)),
            Lab.Baseline.Model.Terms.Payers.Select(payer => Borne(off, payer)));
    }

    [Fact]
    public void Measure_Added_LeavesTheOthersToTheBit()
    {
        var with = Lab.Run(Lab.Sides(Shipped)[0].Scenario);
        foreach (var id in Lab.Baseline.Model.Terms.Measures.Select(measure => measure.Id))
            Assert.Equal(Paid(Lab.Forecast, id), Paid(with, id));
        Assert.All(Paid(with, ShippedMeasure), paid => Assert.True(paid > 0));
    }

    [Fact]
    public void Comparison_WithAnAddedMeasure_SumsAndIsAntisymmetric()
    {
        const string both = Shipped + "+equipment-cap-300";
        var (there, back) = (Lab.Compare("", both).Contrasts[0], Lab.Compare(both, "").Contrasts[0]);
        Assert.Equal(
            there.Clauses.Select(clause => (clause.Id, -clause.Difference.Mean.Value)).OrderBy(clause => clause.Id),
            back.Clauses.Select(clause => (clause.Id, clause.Difference.Mean.Value)).OrderBy(clause => clause.Id));
        Assert.Equal((there.Enterprises.YuanGained, there.Enterprises.YuanLost), (back.Enterprises.YuanLost, back.Enterprises.YuanGained));
        var attribution = there.Attribution!;
        Assert.Equal([ShippedMeasure, Lab.Cap], attribution.Steps.Select(step => step.Step.Target));
        Assert.Equal(Paid(there.Forecast, ShippedMeasure).Sum(), attribution.Steps[0].Yuan);
        Assert.Equal(attribution.Other - attribution.Baseline, attribution.Steps.Sum(step => step.Yuan));
    }

    // A ceiling, a rate and a threshold go over the same draws; a field that is no figure is read from the files again.
    [Theory]
    [InlineData("fuzhou-2026-5/a3.8/cap", "8万", true)]
    [InlineData("fuzhou-2026-5/a3.8/rate", "0.2%", true)]
    [InlineData("fuzhou-2026-5/a3.8/minimum_investment", "3000万", true)]
    [InlineData("fuzhou-2026-5/a3.8/base", "equipment_investment_ex_vat", false)]
    public void SweptValue_OfAnAddedMeasure_IsTheSingleRun(string path, string value, bool isFigure)
    {
        var side = Lab.Sides(Shipped)[0];
        var source = new VariantSource(side, new ScenarioSource(Lab.Seeds, Lab.Few));
        var paths = new[] { new VariedPath(path, [value], default) };
        var sweep = Sweep.Run(source, paths, Lab.Value(Sweep.Plan(source, paths)), Lab.Runs());
        var alone = Lab.Run(Lab.With([.. side.Steps, VariantSource.Step(path, value, default)]));
        Assert.Equal(ContrastFromForecasts.OutlayYuan(alone), sweep.Points[0].Outcome.Outlay);
        Assert.NotEqual(sweep.Baseline.Outlay, sweep.Points[0].Outcome.Outlay);
        Assert.Equal(
            isFigure ? [side.Scenario.Model.Terms.IndexOf(ShippedMeasure)] : null,
            source.Make([VariantSource.Step(path, value, default)]).Changed);
    }

    [Fact]
    public void Claims_OfAnAddedMeasure_DecideWhereAResultIsKept()
    {
        using var scenario = new AddedScenario();
        scenario.Write("half", $"add:\n  - {{ measure: {Added}, why: t, claims: {{ {Cohort}: 50% }}, rule: {Rule} }}\n");
        Assert.NotEqual(ResultKey.Of(scenario.Under("+add")), ResultKey.Of(scenario.Under("+half")));
        Assert.NotEqual(ResultKey.Of(scenario.Under("")), ResultKey.Of(scenario.Under("+add")));
        Assert.Equal(ResultKey.Of(scenario.Under("+add")), ResultKey.Of(scenario.Under("+add+add")));
    }

    [Fact]
    public void Facts_TheCohortDoesNotState_AreListedWithTheirDefaults()
    {
        using var scenario = new AddedScenario();
        scenario.Write(
            "unstated",
            $"add:\n  - {{ measure: {Added}, why: t, claims: {{ {Cohort}: 100% }}, rule: {Rule.Replace("when: true", "when: not is_sme", StringComparison.Ordinal)} }}\n");
        var lacking = Assert.Single(
            LackingAttribute.In(scenario.Under("+unstated").Model), attribute => attribute.Measures.Contains(Added));
        Assert.Equal(("is_sme", Cohort), (lacking.Name, lacking.Cohorts[0]));
    }

    // The other option pays 10% under the same ceiling of 150,000, so 1% is chosen: 3 x 40,000.
    [Fact]
    public void Reading_OfAnAddedMeasure_CanBeChosen()
    {
        using var scenario = new AddedScenario();
        var reading =
            "general_readings: [CAP_PERIOD], readings: [ { code: a3.8#R1, point: { zh: 比例, en: rate }, options: { A: { zh: 甲, en: a }, B: { zh: 乙, en: b } }, default: A, set: { B: { fuzhou-2026-5/a3.8/rate: 1% } } } ], when: true";
        scenario.Write(
            "read",
            $"add:\n  - {{ measure: {Added}, why: t, claims: {{ {Cohort}: 100% }}, rule: {Rule.Replace("when: true", reading, StringComparison.Ordinal)} }}\n");
        scenario.Write("b", "readings: { 'fuzhou-2026-5/a3.8#R1': B }\n");
        Assert.Equal(120_000, Paid(Lab.Run(scenario.Under("+read+b")), Added)[0]);
    }

    [Fact]
    public void CohortOfPastPayments_CannotClaimANewMeasure()
    {
        var folder = Repository.PathTo("scenarios", "fuzhou-software-with-records");
        using var scenario = new AddedScenario();
        scenario.Write("add", $"add:\n  - {{ measure: {Added}, why: t, claims: {{ {HistoryCohort(folder)}: 100% }}, rule: {Rule} }}\n");
        var file = Path.Combine(scenario.Folder, "reforms", "add.yaml");
        File.WriteAllText(
            file,
            File.ReadAllText(file).Replace(
                "baseline: " + Path.GetFileName(scenario.Folder), "baseline: fuzhou-software-with-records", StringComparison.Ordinal));
        var fault = Assert.Single(
            ReformedScenario.Read(Lab.Value(ReformName.Read($"{folder}+{file}")), Lab.Seeds, new ScenarioOverrides()).Diagnostics);
        Assert.Equal(("BS786", 6), (fault.Code, fault.Where.Line));
    }

    [Fact]
    public void Changes_OfAnAddedMeasure_ShowNothingOldAndTheArticle()
    {
        using var scenario = new AddedScenario();
        scenario.Write("rate", "changes:\n  - { path: fuzhou-2026-5/a3.8/rate, value: 2%, why: t }\n");
        var reforms = scenario.Sides("+add+rate")[0].Source.Reforms;
        var changes = ReformChanges.ByReform(reforms, scenario.Under(""), Lab.Seeds);
        Assert.Equal((true, "草案 八", ""), (changes[0][0].IsNew, changes[0][0].Article, changes[0][0].Old.Zh));
        Assert.Contains("figures: { rate: 5%, cap: 150,000 }", changes[0][0].New.En, StringComparison.Ordinal);
        Assert.Equal(("草案 八", "5%", "2%"), (changes[1][0].Article, changes[1][0].Old.Zh, changes[1][0].New.Zh));
    }

    // Other rules on the same pool: a document that stays keeps the added measure, one that goes cannot take it.
    [Fact]
    public void AddedMeasure_UnderOtherDocuments_GoesWithItsDocument()
    {
        using var scenario = new AddedScenario();
        var name = Lab.Value(ReformName.Read($"{scenario.Folder}+add"));
        var both = Lab.Value(ReformedScenario.Read(
            name, Lab.Seeds, new ScenarioOverrides { Policies = ["fuzhou-2026-5", "jinjiang-2025-5"] }));
        Assert.Equal([450_000L, 450_000, 450_000], Paid(Lab.Run(both), Added));
        var gone = ReformedScenario.Read(
            Lab.Value(ReformName.Read(Lab.Folder + Shipped)), Lab.Seeds, Lab.Few with { Policies = ["jinjiang-2025-5"] });
        var fault = Assert.Single(gone.Diagnostics, fault => fault.Severity == Severity.Error);
        Assert.Equal("BS781", fault.Code);
    }

    private static string HistoryCohort(string folder) =>
        Lab.Value(ScenarioFile.Read(folder, Lab.Seeds, new ScenarioOverrides())).Model.Pool.Cohorts
            .First(cohort => cohort.Payments is not null).Name;
}
