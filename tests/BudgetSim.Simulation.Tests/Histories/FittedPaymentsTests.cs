// Forecasts fitted to past payments: bands that cover what they say, and are wide where little is known.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Simulation.Histories;
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Simulation.Tests.Histories;

public sealed class FittedPaymentsTests
{
    private const int Draws = 199;
    private static readonly Purpose Invented = Purpose.Named("invented histories");

    [Fact]
    public void Bands_OverManyHistoriesWithAKnownTruth_CoverWhatTheySay()
    {
        var (ninety, fifty) = (new List<(Interval, double)>(), new List<(Interval, double)>());
        foreach (var (truth, years, number) in Truths())
        {
            var stream = RandomStream.For(7, number, 0, Invented);
            var history = truth.History(stream, 2020, years);
            if (history.Payments.Count == 0) continue;
            var total = Forecast(history, truth.Measure, 2020 + years);
            var actual = truth.Year(stream, years).Sum();
            ninety.Add((new Interval(total.Quantile(0.05), total.Quantile(0.95)), actual));
            fifty.Add((new Interval(total.Quantile(0.25), total.Quantile(0.75)), actual));
        }

        var (nine, five) = (ForecastScore.Coverage(ninety, 0.95), ForecastScore.Coverage(fifty, 0.95));
        Assert.True(nine.Interval.Covers(0.9), $"90 % bands covered {nine.Value:P1} of {ninety.Count}");
        Assert.True(five.Interval.Covers(0.5), $"50 % bands covered {five.Value:P1} of {fifty.Count}");
    }

    [Fact]
    public void Band_OfAShortHistory_IsWider()
    {
        var truth = new Truth("m", 40, 0, 0, 100_000, 0.5);
        double Width(int years) => Enumerable.Range(0, 15).Average(number =>
        {
            var total = Forecast(truth.History(RandomStream.For(3, number, 0, Invented), 2010, years), "m", 2010 + years);
            return Math.Log(total.Quantile(0.95) / total.Quantile(0.05));
        });
        var (one, three, twelve) = (Width(1), Width(3), Width(12));
        Assert.True(one > three && three > twelve, $"{one:0.00} {three:0.00} {twelve:0.00}");
    }

    [Fact]
    public void Counts_GrowingTenPercentAYear_AreForecastToGrowOn()
    {
        // 100 x 1.1^t, rounded: ln(161/100)/5 = 0.095 a year, so 2026 is near 177; the prior of b pulls it back by less than 1 %.
        var fit = CountFit.From(2020, [100, 110, 121, 133, 146, 161]);
        Assert.InRange(fit.Growth, 0.085, 0.105);
        var means = Enumerable.Range(0, 2001).Select(number => fit.Draw(RandomStream.For(1, number, 0, Invented)).Mean(2026))
            .Order()
            .ToList();
        Assert.InRange(means[1000], 168, 184);
    }

    [Fact]
    public void Counts_OfThreeYears_HaveNoFittedTrend() => Assert.Equal(0, CountFit.From(2020, [10, 20, 40]).Growth);

    [Fact]
    public void Amounts_OfFewSteps_AreOnlyThese()
    {
        var payments = new[] { 200_000L, 500_000, 200_000, 500_000, 200_000, 200_000 }
            .Select(yuan => new Payment(2024, "m", "", yuan, 1, Place.Of("f")))
            .ToList();
        var drawn = AmountFit.From(payments, null).Draw(RandomStream.For(1, 0, 0, Invented));
        var values = Enumerable.Range(0, 300).Select(claim => drawn(RandomStream.For(1, 0, claim, Invented), 2025).ToDouble())
            .Distinct()
            .Order();
        Assert.Equal([200_000.0, 500_000.0], values);
    }

    [Fact]
    public void Amounts_UnderACeiling_NeverPassItAndOftenReachIt()
    {
        // 12 of 20 payments stand at the ceiling: the share of the posterior is (12 + 1/2) / 21 = 0.6.
        var payments = Enumerable.Range(0, 20)
            .Select(number => new Payment(2024, "m", "", number < 12 ? 1_000_000 : 300_000 + (number * 10_000), 1, Place.Of("f")))
            .ToList();
        var fit = AmountFit.From(payments, 1_000_000);
        var drawn = Enumerable.Range(0, 4000)
            .Select(number => fit.Draw(RandomStream.For(1, number, 0, Invented))(RandomStream.For(2, number, 0, Invented), 2025).ToDouble())
            .ToList();
        Assert.True(drawn.Max() <= 1_000_000);
        Assert.InRange(drawn.Count(yuan => yuan == 1_000_000) / 4000.0, 0.57, 0.66);
    }

    [Fact]
    public void TakeUp_WithEntitledCounts_HasABetaPosterior()
    {
        var payments = Enumerable.Range(0, 30).Select(_ => new Payment(2024, "m", "", 100, 1, Place.Of("f"))).ToList();
        var history = new PaymentHistory("f", payments, new Dictionary<(string, int), int> { [("m", 2024)] = 40 }, 2024, 2024);
        var fit = FittedPayments.From(history, "m", null);
        var shares = Enumerable.Range(0, 4000).Select(number => fit.Draw(5, number, "c").TakeUp!.Value).ToList();
        // Beta(30.5, 10.5): mean 30.5/41 = 0.7439, deviation sqrt(0.7439 x 0.2561 / 42) = 0.0673; standard error 0.0011.
        Assert.InRange(shares.Average(), 0.7439 - 0.0045, 0.7439 + 0.0045);
        Assert.InRange(Math.Sqrt(shares.Average(share => (share - shares.Average()) * (share - shares.Average()))), 0.063, 0.072);
    }

    private static IEnumerable<(Truth Truth, int Years, int Number)> Truths()
    {
        var number = 0;
        for (var round = 0; round < 10; round++)
            foreach (var rate in new[] { 12.0, 60 })
                foreach (var growth in new[] { -0.06, 0, 0.08 })
                    foreach (var effect in new[] { 0, 0.2 })
                        foreach (var years in new[] { 3, 5, 8 })
                            yield return (new Truth("m", rate, growth, effect, 300_000, round % 2 == 0 ? 0.5 : 0.9), years, number++);
    }

    private static SortedSample Forecast(PaymentHistory history, string measure, int year)
    {
        var fit = FittedPayments.From(history, measure, null);
        var totals = new double[Draws];
        for (var replication = 0; replication < Draws; replication++)
        {
            var draws = fit.Draw(11, replication, "cohort");
            var count = (int)draws.Count(year);
            for (var claim = 0; claim < count; claim++)
                totals[replication] += draws.Amount(RandomStream.For(11, replication, claim, Invented), year).ToDouble();
        }

        return SortedSample.Of(totals);
    }
}
