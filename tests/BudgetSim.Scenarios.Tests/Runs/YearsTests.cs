// Several years in one run: what a short year leaves over, and years chosen on the command line.
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Scenarios.Tests.Runs;

public sealed class YearsTests
{
    // Ten awards of 200,000 yuan a year, 2 million, on a fund of 1.5 million.
    private const string Short = "replications: 4\nreadings: { SHORTAGE: C }\nfunds: { " + SmallScenario.Fund + ": 150万 }\n";

    private static readonly ScenarioOverrides ThreeYears = new() { Years = [2026, 2027, 2028] };

    [Fact]
    public void CarryOver_PaidFirst_AddsUpInEveryYear()
    {
        var forecast = SmallScenario.Run(
            Header + Short + $"carry_over: {{ {SmallScenario.Fund}: {{ claims: paid_first }} }}\n", SmallScenario.Pool(), ThreeYears);
        var line = forecast.Line(forecast.Model.Terms.IndexOf(SmallScenario.Measure), 0);
        var fund = forecast.Model.Terms.FundIndex(SmallScenario.Fund);
        // 2026: 150 of 200 (万). 2027: 50 first, 100 of 200. 2028: 100 first, 50 of 200; 150 waits beyond the run.
        Assert.Equal([2_000_000, 2_000_000, 2_000_000], Enumerable.Range(line, 3).Select(year => forecast.Demand[year][0]));
        Assert.Equal([1_500_000, 1_500_000, 1_500_000], Enumerable.Range(line, 3).Select(year => forecast.Paid[year][3]));
        Assert.Equal([0, 500_000, 1_000_000], Enumerable.Range(0, 3).Select(year => forecast.Carried(fund, year)!.CarriedIn[0]));
        Assert.Equal([500_000, 1_000_000, 1_500_000], Enumerable.Range(0, 3).Select(year => forecast.Carried(fund, year)!.CarriedOut[0]));
    }

    [Fact]
    public void Lapse_ByDefault_PassesNothingOn()
    {
        var forecast = SmallScenario.Run(Header + Short, SmallScenario.Pool(), ThreeYears);
        Assert.Null(forecast.Carried(forecast.Model.Terms.FundIndex(SmallScenario.Fund), 1));
        Assert.Equal([4_500_000, 4_500_000, 4_500_000, 4_500_000], SmallScenario.Outlay(forecast));
    }

    [Fact]
    public void Years_AddedAtTheEnd_ChangeNoEarlierDraw()
    {
        const string pool = "take_up: about 60% ± 10%";
        var one = SmallScenario.Run(Header + "replications: 40\n", SmallScenario.Pool(pool, "about 30 a year"));
        var three = SmallScenario.Run(Header + "replications: 40\n", SmallScenario.Pool(pool, "about 30 a year"), ThreeYears);
        var measure = one.Model.Terms.IndexOf(SmallScenario.Measure);
        Assert.Equal(one.Demand[one.Line(measure, 0)].Take(40), three.Demand[three.Line(measure, 0)].Take(40));
    }

    [Theory]
    [InlineData("2026", new[] { 2026 })]
    [InlineData("2026..2028", new[] { 2026, 2027, 2028 })]
    public void Parse_OfYears_GivesThemAll(string text, int[] expected) => Assert.Equal(expected, YearsText.Parse(text).Value);

    [Theory]
    [InlineData("2028..2026")]
    [InlineData("1926")]
    [InlineData("2026..2027..2028")]
    [InlineData("next")]
    public void Parse_OfNoYears_IsRefused(string text) =>
        Assert.Equal(
            $"--years {text}: error BS303: years must lie in 1990 to 2100, at most 30 in order; write 2026 or 2026..2030",
            Assert.Single(YearsText.Parse(text).Diagnostics).ToString());

    // The measure holds in 2026 only; a change lets it run on.
    private static string Header => SmallScenario.Header + $"changes: {{ {SmallScenario.Measure}/valid/to: 2030-12-31 }}\n";
}
