// Where claims or money pass from year to year, a comparison and a sweep judge a fund by what is due and what is there, as the run itself
// does.
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Scenarios.Tests.Runs;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class CarriedFundTests
{
    private static readonly ScenarioOverrides ThreeYears = new() { Years = [2026, 2027, 2028] };

    // Ten awards of 200,000 yuan a year, 2 million, on 1.5 million: 0.5 million waits for 2027 and 1 million for 2028, so 2, 2.5 and 3
    // million are due.
    [Fact]
    public void ClaimsCarriedIn_AreDueBesideTheYearsOwn()
    {
        var forecast = Forecast("150万", "claims: paid_first");
        var shortages = forecast.Model.Years.Select(year => FundYear.Of(forecast, SmallScenario.Fund, year)!.Shortage(0.95)!).ToList();
        Assert.Equal([1.5 / 2, 1.5 / 2.5, 1.5 / 3], shortages.Select(shortage => shortage.MeanRatio.Value), Near);
        Assert.Equal([500_000, 1_000_000, 1_500_000], shortages.Select(shortage => shortage.ExpectedShortfall.Value), Near);
        foreach (var outcome in Outcomes(forecast))
        {
            Assert.Equal(0.5, outcome.MeanRatio().Value, 9);
            Assert.Equal(
                [(1_500_000, 2_000_000), (1_500_000, 2_500_000), (1_500_000, 3_000_000)],
                outcome.Funds.Select(fund => (fund.Money(0)!.Value, fund.Due(0))));
        }
    }

    // Of 3 million in 2026 1 million is left, so the 2 million of 2027 meet 2.5 million and those of 2028 0.5 + 1.5 million.
    [Fact]
    public void MoneyCarriedIn_IsThereBesideTheAppropriation()
    {
        var forecast = Forecast("{ 2026: 300万, 2027: 150万, 2028: 150万 }", "money: carried");
        Assert.All(
            forecast.Model.Years,
            year => Assert.Equal(0, FundYear.Of(forecast, SmallScenario.Fund, year)!.Shortage(0.95)!.Probability.Value));
        foreach (var outcome in Outcomes(forecast))
        {
            Assert.Equal(0, outcome.ShortageChance().Value);
            Assert.Equal([3_000_000, 2_500_000, 2_000_000], outcome.Funds.Select(fund => fund.Money(0)!.Value));
        }
    }

    [Fact]
    public void Comparison_WithoutTheCarryOver_ShowsWhatItIsWorth()
    {
        var (lapsing, carrying) =
            (Forecast("{ 2026: 300万, 2027: 150万, 2028: 150万 }", "money: lapse"),
             Forecast("{ 2026: 300万, 2027: 150万, 2028: 150万 }", "money: carried"));
        var funds = ContrastFromForecasts.Funds(lapsing, carrying);
        Assert.Equal(
            [(0.0, 0.0), (1.0, 0.0), (1.0, 0.0)], funds.Select(fund => (fund.Baseline!.Probability.Value, fund.Other!.Probability.Value)));
    }

    // A run's own figures, a variant's, and a variant's that was kept.
    private static IEnumerable<VariantOutcome> Outcomes(Forecast forecast)
    {
        yield return OutcomeOfRun.From(forecast, 0);
        var variant = RunVariants.Run(forecast.Model, [], 2, progress: null, CancellationToken.None).Baseline;
        yield return variant;
        yield return ResultBytes.OutcomeOf(ResultBytes.Of(variant))!;
    }

    private static Forecast Forecast(string money, string carryOver) => SmallScenario.Run(
        SmallScenario.Header
            + $"replications: 4\nreadings: {{ SHORTAGE: C }}\nfunds: {{ {SmallScenario.Fund}: {money} }}\ncarry_over: {{ {SmallScenario.Fund}: {{ {carryOver} }} }}\nchanges: {{ {SmallScenario.Measure}/valid/to: 2030-12-31 }}\n",
        SmallScenario.Pool(),
        ThreeYears);

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-9 * Math.Max(1, Math.Abs(b));
}
