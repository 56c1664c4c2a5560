// A point of a sweep is the run with that value, to the bit, however it was computed.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class SweepTests
{
    private static readonly VariantSource Source = new(Lab.Sides("")[0], new ScenarioSource(Lab.Seeds, Lab.Few));

    // Ceilings that bind often and seldom, rates, thresholds, quotas, amounts, money, and a field that is no figure.
    [Theory]
    [InlineData("fuzhou-2026-5/a3.1/cap", "20万", "300万", "9亿")]
    [InlineData("fuzhou-2026-5/a3.1/rate", "1%", "2.5%", "10%")]
    [InlineData("fuzhou-2026-5/a3.1/minimum_investment", "0", "3000万")]
    [InlineData("fuzhou-2026-5/a4.2.2/cap", "1万", "200万")]
    [InlineData("funds/fuzhou_software_fund", "0", "1000万", "9000万")]
    [InlineData("fuzhou-2026-5/a3.1/caps/0/per", "project")]
    public void SweptValue_IsTheSingleRunWithThatValue(string path, params string[] values)
    {
        var paths = new[] { new VariedPath(path, values, default) };
        var sweep = Sweep.Run(Source, paths, Lab.Value(Sweep.Plan(Source, paths)), Lab.Runs());
        Assert.Equal(ContrastFromForecasts.OutlayYuan(Lab.Forecast), sweep.Baseline.Outlay);
        foreach (var point in sweep.Points)
        {
            var alone = Lab.Run(Lab.With(VariantSource.Step(path, point.Values[0], default)));
            Assert.Equal(ContrastFromForecasts.OutlayYuan(alone), point.Outcome.Outlay);
            var fund = FundYear.Of(alone, Lab.SoftwareFund, 2026)!;
            var swept = point.Outcome.Funds.Single(each => each.Fund == Lab.SoftwareFund);
            Assert.Equal(fund.Demand, swept.Demand);
            Assert.Equal(fund.Paid, swept.Paid);
        }
    }

    // The fund pays in the order of selection: who comes when it is used up gets nothing, and is not counted among the paid.
    [Fact]
    public void Enterprises_OfAFundThatPaysInOrder_AreThoseThatAreStillPaid()
    {
        var few = new ScenarioOverrides { Replications = 5 };
        var side = Lab.Value(Side.ReadAll(
            [BudgetSim.Tests.Repository.PathTo("scenarios", "fujian-software-fund-2016-2018")], Lab.Seeds, few))[0];
        var source = new VariantSource(side, new ScenarioSource(Lab.Seeds, few));
        var fund = side.Scenario.Model.Funds[0].Fund;
        var paths = new[] { new VariedPath("funds/" + fund, ["2000万", "5000万", "9亿"], default) };
        var sweep = Sweep.Run(source, paths, Lab.Value(Sweep.Plan(source, paths)), Lab.Runs());
        Assert.Equal(Paid(side.Scenario.Model), sweep.Baseline.MeanEnterprises, 9);
        foreach (var point in sweep.Points)
            Assert.Equal(
                Paid(source.Make([VariantSource.Step(paths[0].Path, point.Values[0], default)]).Model), point.Outcome.MeanEnterprises, 9);
        Assert.True(sweep.Points[0].Outcome.MeanEnterprises < sweep.Points[1].Outcome.MeanEnterprises
            && sweep.Points[1].Outcome.MeanEnterprises < sweep.Points[2].Outcome.MeanEnterprises);
        static double Paid(Simulation.Replications.ScenarioModel model) =>
            EnterpriseAwards.Of(model, 5, 2, CancellationToken.None).ByReplication.Average(paid => paid.Count);
    }

    // A ceiling beside the formula under it, with values at which each of the two decides.
    [Fact]
    public void RateAndCeiling_EveryPoint_IsTheRunWithBothValues()
    {
        var paths = new[] { new VariedPath(
            "fuzhou-2026-5/a3.1/rate", ["1%", "3%", "8%"], default), new VariedPath(Lab.Cap, ["20万", "500万", "9亿"], default) };
        var sweep = Sweep.Run(Source, paths, Lab.Value(Sweep.Plan(Source, paths)), Lab.Runs());
        Assert.Equal(9, sweep.Points.Count);
        foreach (var point in sweep.Points)
            Assert.Equal(
                ContrastFromForecasts.OutlayYuan(Lab.Run(Lab.With(
                    VariantSource.Step(paths[0].Path, point.Values[0], default),
                    VariantSource.Step(paths[1].Path, point.Values[1], default)))),
                point.Outcome.Outlay);
    }

    [Fact]
    public void TwoPaths_EveryPoint_IsTheRunWithBothValues()
    {
        var paths = new[] { new VariedPath(
            Lab.Cap, ["100万", "500万"], default), new VariedPath("funds/" + Lab.SoftwareFund, ["1500万", "2500万"], default) };
        var sweep = Sweep.Run(Source, paths, Lab.Value(Sweep.Plan(Source, paths)), Lab.Runs());
        Assert.Equal(
            [["100万", "1500万"], ["100万", "2500万"], ["500万", "1500万"], ["500万", "2500万"]], sweep.Points.Select(point => point.Values));
        Assert.Equal(sweep.Baseline.Outlay, sweep.Points[3].Outcome.Outlay);
        Assert.Equal(
            ContrastFromForecasts.OutlayYuan(Lab.Run(Lab.With(
                VariantSource.Step(paths[0].Path, "100万", default), VariantSource.Step(paths[1].Path, "1500万", default)))),
            sweep.Points[0].Outcome.Outlay);
    }

    [Fact]
    public void Figures_AndFunds_AreVariantsOfTheSameDraws()
    {
        Assert.Equal(
            [Lab.Baseline.Model.Terms.IndexOf("fuzhou-2026-5/a3.1")], Source.Make([VariantSource.Step(Lab.Cap, "300万", default)]).Changed!);
        Assert.Empty(Source.Make([VariantSource.Step("funds/fuzhou_software_fund", "300万", default)]).Changed!);
    }

    // Part of a fund's name is enough to find it; without a near name all are listed.
    [Theory]
    [InlineData(
        "funds/software", "1万", "BS510: the policies of this scenario have no fund 'software'; did you mean 'fuzhou_software_fund'?")]
    [InlineData(
        "funds/fuzhou_sofware_fund", "1万",
        "BS510: the policies of this scenario have no fund 'fuzhou_sofware_fund'; did you mean 'fuzhou_software_fund'?")]
    [InlineData(
        "funds/x", "1万",
        "BS510: the policies of this scenario have no fund 'x'; known there: central_pilot_city_fund, fuzhou_city_finance, fuzhou_industry_support_budget_lines, fuzhou_software_fund, fuzhou_ip_project_money, talent_money, fuzhou_exhibition_fund")]
    [InlineData(
        "funds/fuzhou_software_fund", "-1万",
        "BS511: an appropriation lies from 0 to 2^53 yuan and is for a year from 2026 to 2026, found -1万元")]
    [InlineData(
        "funds/fuzhou_software_fund", "much",
        "BS511: an appropriation lies from 0 to 2^53 yuan and is for a year from 2026 to 2026, found 'much'")]
    [InlineData(
        "funds/fuzhou_software_fund", "100000000000000000000",
        "BS511: an appropriation lies from 0 to 2^53 yuan and is for a year from 2026 to 2026, found '100000000000000000000'")]
    [InlineData(
        Lab.Cap, "100000000000000000000",
        "BS503: fuzhou-2026-5/a3.1/cap takes a number from 0 to 10^15, such as 500万 (now 500万), found '100000000000000000000'")]
    [InlineData(
        "fuzhou-2026-5/a3.1/caps/0/amount", "100000000000000000000",
        "BS845: a rule has the number 100000000000000000000, expected at most 10^15; write amounts in yuan")]
    public void Path_ThatCannotTakeTheValue_IsOneLocatedFault(string path, string value, string message)
    {
        var paths = new[] { new VariedPath(path, [value], Place.Of("--vary")) };
        Assert.Equal("--vary: error " + message, Assert.Single(Sweep.Plan(Source, paths).Diagnostics).ToString());
    }

    [Theory]
    [InlineData("x=1万..3万:1万", "1万,2万,3万")]
    [InlineData("x=2500万..1亿:2500万", "2500万,5000万,7500万,1亿")]
    [InlineData("x=1%..2%:0.5%", "1%,1.5%,2%")]
    [InlineData("x=500万,3000000", "500万,3000000")]
    [InlineData("x=6..12:4", "6,10")]
    public void Range_Read_ListsItsValues(string text, string values) =>
        Assert.Equal(values, string.Join(',', Lab.Value(VariedPath.Read(text, "--vary")).Values));

    [Theory]
    [InlineData(
        "a3.1/cap",
        "--vary a3.1/cap: error BS520: expected a path and its values, found 'a3.1/cap'; write PATH=FROM..TO:STEP or PATH=A,B,C, for example fuzhou-2026-5/a3.1/cap=100万..500万:50万")]
    [InlineData(
        "x=5..1:1",
        "--vary x=5..1:1: error BS520: the range begins above its end: 5 > 1; write PATH=FROM..TO:STEP or PATH=A,B,C, for example fuzhou-2026-5/a3.1/cap=100万..500万:50万")]
    [InlineData(
        "x=1..5",
        "--vary x=1..5: error BS520: the range '1..5' has no step; write PATH=FROM..TO:STEP or PATH=A,B,C, for example fuzhou-2026-5/a3.1/cap=100万..500万:50万")]
    [InlineData(
        "x=0..1亿:10",
        "--vary x=0..1亿:10: error BS521: this asks for 10000001 points, at most 100000 can be run; take a larger step or a shorter range")]
    public void BadRange_Read_GivesExactlyThisMessage(string text, string message) =>
        Assert.Equal(message, Assert.Single(VariedPath.Read(text, "--vary").Diagnostics).ToString());

    [Fact]
    public void Plan_OfTooManyPointsOrUnknownPaths_IsRefusedBeforeAnyWork()
    {
        var many = Enumerable.Range(1, 400).Select(value => $"{value}万").ToList();
        var plan = Sweep.Plan(
            Source, [new VariedPath(Lab.Cap, many, Place.Of("a")), new VariedPath("funds/fuzhou_software_fund", many, Place.Of("b"))]);
        Assert.Equal(
            "b: error BS521: this asks for 160000 points, at most 100000 can be run; take a larger step or a shorter range",
            Assert.Single(plan.Diagnostics).ToString());
        var unknown = Sweep.Plan(Source, [new VariedPath("fuzhou-2026-5/a3.1/capp", ["1万"], Place.Of("a"))]);
        Assert.Equal("BS502", Assert.Single(unknown.Diagnostics).Code);
        var fund = Sweep.Plan(Source, [new VariedPath("funds/fuzhou_softwar_fund", ["1万"], Place.Of("a"))]);
        Assert.Equal(
            "a: error BS510: the policies of this scenario have no fund 'fuzhou_softwar_fund'; did you mean 'fuzhou_software_fund'?",
            Assert.Single(fund.Diagnostics).ToString());
        var outside = Sweep.Plan(Source, [new VariedPath("fuzhou-2026-5/a3.1/rate", ["3%", "300%"], Place.Of("a"))]);
        Assert.Equal(
            "a: error BS503: fuzhou-2026-5/a3.1/rate takes a share from 0% to 100% (now 3%), found '300%'",
            Assert.Single(outside.Diagnostics).ToString());
    }
}
