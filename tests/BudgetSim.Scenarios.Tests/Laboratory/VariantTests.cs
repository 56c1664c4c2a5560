// On every shipped scenario, a variant computed from the baseline's draws is the run of that variant's own model.
using BudgetSim.Scenarios.Laboratory.Tornadoes;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class VariantTests
{
    private const int MostFactors = 12;

    public static TheoryData<string> Scenarios =>
        [.. Directory.GetDirectories(Repository.PathTo("scenarios")).Where(folder => File.Exists(Path.Combine(folder, "scenario.yaml")))
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [Trait("Category", "Slow")]
    [MemberData(nameof(Scenarios))]
    public void Variants_OfEveryScenario_AreTheRunsOfTheirModels(string name)
    {
        var overrides = new ScenarioOverrides { Replications = 3 };
        var side = Lab.Value(Side.ReadAll([Repository.PathTo("scenarios", name)], Lab.Seeds, overrides))[0];
        var source = new VariantSource(side, new ScenarioSource(Lab.Seeds, overrides));
        var factors = Tornado.Factors(source, [FactorKind.Policy, FactorKind.Reading]);
        var step = Math.Max(1, factors.Count / MostFactors);
        var variants = factors.Where((_, index) => index % step == 0).Select(factor => factor.Settings[0].Variant).ToList();
        var outcomes = RunVariants.Run(side.Scenario.Model, variants, 2, progress: null, CancellationToken.None);
        Assert.NotEmpty(variants);
        for (var index = 0; index < variants.Count; index++)
        {
            var alone = OutcomeOfRun.From(RunReplications.Run(variants[index].Model, 2, progress: null, CancellationToken.None), 0);
            Assert.Equal(alone.Outlay, outcomes.Variants[index].Outlay);
            Assert.Equal(
                alone.Funds.Select(fund => (fund.Fund, fund.Year, fund.Limit)),
                outcomes.Variants[index].Funds.Where(fund => alone.Funds.Any(own => own.Fund == fund.Fund && own.Year == fund.Year))
                    .Select(fund => (fund.Fund, fund.Year, fund.Limit)));
        }
    }
}
