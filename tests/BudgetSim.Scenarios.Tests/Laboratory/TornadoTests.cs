// Each bar of a tornado is the run with that setting alone, and the bars are ranked.
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Laboratory.Tornadoes;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class TornadoTests
{
    private static readonly VariantSource Source = new(Lab.Sides("")[0], new ScenarioSource(Lab.Seeds, Lab.Few));

    [Fact]
    public void PolicyFactors_AreTheFiguresOfClaimedMeasuresAndTheFunds()
    {
        var factors = Tornado.Factors(Source, [FactorKind.Policy]);
        Assert.Contains(
            factors,
            factor => factor.Path == "funds/fuzhou_software_fund"
                && factor.Settings.Select(setting => setting.Text).SequenceEqual(["2000万", "3000万"]));
        Assert.Contains(
            factors,
            factor => factor.Path == "fuzhou-2026-5/a3.1/rate"
                && factor.Settings.Select(setting => setting.Text).SequenceEqual(["2.4%", "3.6%"]));
        Assert.DoesNotContain(factors, factor => factor.Path.StartsWith("fuzhou-2026-5/a5.", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Readings_AtEveryWorkingOption_AreTheRunWithThatOption()
    {
        var factors = Tornado.Factors(Source, [FactorKind.Reading]);
        var tornado = Tornado.Run(Source, factors, Lab.Runs());
        Assert.Equal(factors.Count, tornado.Rows.Count);
        Assert.Equal(tornado.Rows.Select(row => row.Swing).OrderDescending(), tornado.Rows.Select(row => row.Swing));
        var row = tornado.Rows.Single(row => row.Path == "CAP_PERIOD");
        var alone = Lab.Run(Lab.With(new ReformStep.Reading("CAP_PERIOD", "B", "", default)));
        var expected = OutcomeOfRun.From(alone, 0);
        Assert.Contains(expected.Mean, new[] { row.Low.Mean, row.High.Mean });
    }

    // Twenty projects a year, no chance in their number: a fifth more are twenty-four, whatever else is drawn.
    [Fact]
    public void Pool_ACountMoved_MovesTheClaimsOfThatCohortOnly()
    {
        var factor = Tornado.Factors(Source, [FactorKind.Pool]).Single(factor => factor.Path == "pool/pilot_projects/count");
        var more = Lab.Run(Lab.Baseline with { Model = factor.Settings[1].Variant.Model });
        int Measure(string id) => Lab.Baseline.Model.Terms.IndexOf("fuzhou-2026-5/" + id);
        Assert.True(more.Claims[Measure("a3.1")] > Lab.Forecast.Claims[Measure("a3.1")]);
        Assert.Equal(Lab.Forecast.PaidByMeasure(Measure("a3.6.1")), more.PaidByMeasure(Measure("a3.6.1")));
    }
}
