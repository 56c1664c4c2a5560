// A comparison pairs the same draws: it is antisymmetric, and its attribution adds up.
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class ComparisonTests
{
    private const string Both = "+equipment-cap-300+software-fund-3500";

    private static readonly Comparison Forward = Lab.Compare("", Both);

    [Fact]
    public void Sides_Swapped_NegateEveryDifference()
    {
        var (there, back) = (Forward.Contrasts[0], Lab.Compare(Both, "").Contrasts[0]);
        Assert.Contains(there.Clauses, clause => clause.Difference.Mean.Value < 0);
        Assert.Contains(there.Clauses, clause => clause.Difference.Mean.Value > 0);
        Assert.Equal(
            there.Clauses.Select(clause => -clause.Difference.Mean.Value),
            back.Clauses.Select(clause => clause.Difference.Mean.Value),
            Near);
        Assert.Equal(
            there.Clauses.Select(clause => clause.Difference.ShareHigher), back.Clauses.Select(clause => clause.Difference.ShareLower));
        Assert.Equal(
            (there.Enterprises.Winners, there.Enterprises.YuanLost, there.Enterprises.NewlyPaid),
            (back.Enterprises.Losers, back.Enterprises.YuanGained, back.Enterprises.NoLongerPaid));
    }

    [Fact]
    public void Scenario_WithItself_DiffersNowhere()
    {
        var contrast = Lab.Compare("", "").Contrasts[0];
        Assert.All(
            contrast.Clauses.Append(contrast.Total),
            clause => Assert.Equal(
                (0.0, 0.0, 0.0), (clause.Difference.Mean.Value, clause.Difference.ShareHigher, clause.Difference.ShareLower)));
        Assert.Equal((0.0, 0.0), (contrast.Enterprises.Winners, contrast.Enterprises.Losers));
    }

    [Fact]
    public void Attribution_OfTwoReforms_SumsToTheTotal()
    {
        var attribution = Forward.Contrasts[0].Attribution!;
        Assert.Equal(2, attribution.Steps.Count);
        Assert.True(attribution.Steps[0].Yuan < 0);
        Assert.True(attribution.Steps[1].Yuan > 0);
        Assert.Equal(attribution.Other - attribution.Baseline, attribution.Steps.Sum(step => step.Yuan));
        Assert.Equal(ContrastFromForecasts.OutlayYuan(Lab.Forecast).Sum(), attribution.Baseline);
        Assert.Equal(ContrastFromForecasts.OutlayYuan(Forward.Contrasts[0].Forecast).Sum(), attribution.Other);
    }

    // Over the same replications, what enterprises gain less what they lose is what the clauses change in all.
    [Fact]
    public void Enterprises_GainsLessLosses_AreTheChangeOfTheOutlay()
    {
        var contrast = Forward.Contrasts[0];
        Assert.Equal(30, contrast.Enterprises.Replications);
        Assert.Equal(contrast.Total.Difference.Mean.Value / 100, contrast.Enterprises.YuanGained - contrast.Enterprises.YuanLost, 3);
    }

    [Fact]
    public void Sides_OfOtherYears_AreComparedWithExactlyThisWarning()
    {
        var years = Repository.PathTo("scenarios", "fuzhou-software-fund");
        var read = Side.ReadAll([Lab.Folder, years], Lab.Seeds, Lab.Few);
        Assert.Equal(2, read.Value!.Count);
        Assert.Equal(
            $"{years}: warning BS447: its years are 2026, 2027, 2028, 2029, 2030, those of fuzhou-2026-upgrade-and-software are 2026: totals of different years are compared; give both scenarios the same years to compare rules only",
            Assert.Single(read.Diagnostics).ToString());
        Assert.Empty(Side.ReadAll([Lab.Folder, years], Lab.Seeds, Lab.Few with { Years = [2026] }).Diagnostics);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));
}
