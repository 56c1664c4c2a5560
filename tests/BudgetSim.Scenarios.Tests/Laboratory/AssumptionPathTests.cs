// Assumptions of the pool and parameters move like figures of the text, and wrong ones are told before any work.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class AssumptionPathTests
{
    private static readonly VariantSource Source = new(Lab.Sides("")[0], new ScenarioSource(Lab.Seeds, Lab.Few));

    // A factor of 100 % and the value that stands are the baseline; no pilot project applies at all where take-up is (almost) nothing.
    [Fact]
    public void Sweep_OfThePoolAndAParameter_HoldsTheBaseline()
    {
        var sweep = Run(
            new VariedPath("pool/pilot_projects/count", ["50%", "100%"], default),
            new VariedPath("parameters/uplift_budget_unlimited", ["true"], default));
        Assert.Equal(sweep.Baseline.Outlay, sweep.Points[1].Outcome.Outlay);
        Assert.True(sweep.Points[0].Outcome.Mean < sweep.Baseline.Mean);
    }

    // Half of twenty pilot projects are ten: the claims under a3.1 that they file are those of the first ten.
    [Fact]
    public void Count_Halved_IsTheRunOfTheHalvedPool()
    {
        var model = Lab.Baseline.Model;
        var halved = model.Pool with
        {
            Cohorts = [.. model.Pool.Cohorts
                .Select(cohort => cohort.Name == "pilot_projects"
                    ? cohort with { Count = new Simulation.Distributions.Fixed(10) }
                    : cohort)],
        };
        var alone = Lab.Run(Lab.Baseline with { Model = model with { Pool = halved } });
        Assert.Equal(
            ContrastFromForecasts.OutlayYuan(alone),
            Run(new VariedPath("pool/pilot_projects/count", ["50%"], default)).Points[0].Outcome.Outlay);
    }

    [Theory]
    [InlineData(
        "pool/pilot_project/count", "80%", "BS448", "the pool has no cohort or population 'pilot_project'",
        "did you mean 'pilot_projects'?")]
    [InlineData(
        "pool/pilot_projects/take_up/fuzhou-2026-5/a3.11", "80%", "BS448",
        "the pool's pilot_projects has nothing called 'take_up/fuzhou-2026-5/a3.11' that can be moved",
        "did you mean 'pool/pilot_projects/take_up/fuzhou-2026-5/a3.1'?")]
    [InlineData(
        "pool/pilot_projects/count", "none", "BS449",
        "pool/pilot_projects/count takes a factor above 0 of what the pool says, found 'none'",
        "write 80% for a fifth less, 120% for a fifth more")]
    [InlineData(
        "pool/pilot_projects/count", "0%", "BS449", "pool/pilot_projects/count takes a factor above 0 of what the pool says, found '0%'",
        "write 80% for a fifth less, 120% for a fifth more")]
    [InlineData(
        "pool/pilot_projects/count", "P10", "BS755", "pool/pilot_projects/count is certain, so it has no P10",
        "write 80% for a fifth less, 120% for a fifth more")]
    [InlineData("payout_ratio/fuzhou-2026-5/a3.1", "80%", "BS756", "the scenario states no payout ratio of 'fuzhou-2026-5/a3.1'", "")]
    [InlineData(
        "parameters/uplift_budget_unlimted", "true", "BS450", "the vocabulary has no parameter 'uplift_budget_unlimted'",
        "did you mean 'uplift_budget_unlimited'?")]
    public void BadAssumption_Planned_GivesExactlyThisMessage(string path, string value, string code, string message, string hint)
    {
        var fault = Assert.Single(Sweep.Plan(Source, [new VariedPath(path, [value], Place.Of("--vary"))]).Diagnostics);
        Assert.Equal((code, message, hint), (fault.Code, fault.Message, fault.Hint));
    }

    private static Sweep Run(params VariedPath[] paths) => Sweep.Run(Source, paths, Lab.Value(Sweep.Plan(Source, paths)), Lab.Runs());
}
