// Past amounts: which shape is fitted, and posteriors whose quantiles are known in closed form.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Histories;
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Simulation.Tests.Histories;

public sealed class FittedAmountsTests
{
    private const int Draws = 4000;
    private static readonly Purpose Invented = Purpose.Named("invented amounts");

    // At most eight amounts, each three times in the mean, are steps.
    [Theory]
    [InlineData(8, 3, 0, true)]
    [InlineData(9, 3, 0, false)]
    [InlineData(8, 3, -1, false)]
    [InlineData(2, 3, 0, true)]
    [InlineData(2, 3, -1, false)]
    public void Amounts_AgainAndAgain_AreSteps(int different, int times, int more, bool areSteps)
    {
        var payments = Payments([.. Enumerable.Range(0, (different * times) + more).Select(number => 100_000L + (number % different))]);
        Assert.Equal(areSteps, AmountFit.From(payments, null) is AmountSteps);
    }

    // Four of 200,000 and two of 500,000: the posterior share of the second has the mean 2/6; standard error sqrt(1/3 x 2/3 / 4000) =
    // 0.0075.
    [Fact]
    public void Steps_InTheMean_OccurAsOftenAsTheyDid()
    {
        var drawn = Drawn(AmountFit.From(Payments([200_000, 500_000, 200_000, 500_000, 200_000, 200_000]), null));
        Assert.InRange(drawn.Count(yuan => yuan == 500_000) / (double)Draws, 0.333 - 0.03, 0.333 + 0.03);
    }

    // One payment: the prior counts as two with variance 0.5, so the logarithm is t with two degrees of freedom around ln 100,000, scaled
    // by sqrt(0.5 x (1 + 1)) = 1. Its quartiles are sqrt(2/3) = 0.8165 away (the growth of a year adds 0.03^2 to a variance of 1), the
    // density there is (2 + 2/3)^-1.5 = 0.2296, and four standard errors are 4 x sqrt(3/16 / 4000) / 0.2296 = 0.12. Nothing passes 20 times
    // the payment.
    [Fact]
    public void Amounts_OfOnePayment_SpreadAsTheirPriorSays()
    {
        var drawn = SortedSample.Of([.. Drawn(AmountFit.From(Payments([100_000]), null)).Select(yuan => Math.Log(yuan / 100_000))]);
        Assert.InRange(drawn.Quantile(0.5), -0.09, 0.09); // density 2^-1.5 = 0.354: 4 x sqrt(1/4 / 4000) / 0.354
        Assert.InRange(drawn.Quantile(0.75), 0.8165 - 0.12, 0.8165 + 0.12);
        Assert.InRange(drawn.Quantile(0.25), -0.8165 - 0.12, -0.8165 + 0.12);
        Assert.Equal(Math.Log(20), drawn.Values[^1], 1e-4);
    }

    // A row of ten payments and one of two say only what each is worth in the mean: 100,000 and 400,000; all claims of a year are then
    // worth the same.
    [Fact]
    public void Amounts_OfSums_AreTheSameForEveryClaimOfAYear()
    {
        var fit = AmountFit.From(
            [new Payment(2023, "m", "", 1_000_000, 10, Place.Of("f")), new Payment(2024, "m", "", 800_000, 2, Place.Of("f"))], null);
        var amounts = fit.Draw(Stream(1, 0));
        Fraction Of(int claim, int year) => amounts(RandomStream.For(2, 0, claim, Invented), year);
        Assert.Equal(Of(0, 2025), Of(7, 2025));
        Assert.NotEqual(Of(0, 2025), Of(0, 2026));
        // The logarithms average to ln 200,000; t with three degrees of freedom, so the median of many draws is near it: 4 x sqrt(1/4 /
        // 4000) / density < 0.12.
        Assert.InRange(Math.Log(SortedSample.Of([.. Drawn(fit)]).Quantile(0.5) / 200_000), -0.12, 0.12);
    }

    // At the end of 2023 the payments, the entitled and the last year of 2024 are not known yet.
    [Fact]
    public void History_UntilAYear_KnowsNothingLater()
    {
        Payment[] payments =
        [
            new(2022, "m", "", 5, 1, Place.Of("f")), new(2023, "m", "", 7, 1, Place.Of("f")), new(2024, "m", "", 11, 1, Place.Of("f")),
        ];
        var history = new PaymentHistory("f", payments, new Dictionary<(string, int), int>
        {
            [("m", 2023)] = 3,
            [("m", 2024)] = 4,
        }, 2022, 2024).Until(2023);
        Assert.Equal((2023, 2), (history.Last, history.Payments.Count));
        Assert.Equal(("m", 2023), Assert.Single(history.Entitled).Key);
        Assert.Equal((Fraction)7, history.Total("m", 2023));
        Assert.Equal((Fraction)0, history.Total("m", 2024));
    }

    private static List<Payment> Payments(long[] yuan) => [.. yuan.Select(amount => new Payment(2024, "m", "", amount, 1, Place.Of("f")))];

    private static List<double> Drawn(AmountFit fit) =>
        [.. Enumerable.Range(0, Draws).Select(number => fit.Draw(Stream(1, number))(Stream(2, number), 2025).ToDouble())];

    private static RandomStream Stream(ulong seed, int number) => RandomStream.For(seed, number, 0, Invented);
}
