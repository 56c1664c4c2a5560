// Where a fit's own doubt puts its low and its high figure: the parameter at a quantile of its posterior, held in every replication.
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Histories;

/// <summary>
/// Quantiles of what a history leaves open. Parameters are ranked over a fixed number of draws from the posterior, so that the same history
/// gives the same figure under any seed; probabilities lie in (0,1).
/// </summary>
public static class FittedRanges
{
    private const int RateDraws = 999, AmountDraws = 199, ClaimsADraw = 200;
    private const uint ClaimStreams = 1_000_000;
    private static readonly Purpose Held = Purpose.Named("posterior held at a quantile");

    /// <summary>The draw of the rate whose mean in the first year after the history has the rank <paramref name="probability"/>.</summary>
    public static DrawnRate Rate(CountFit fit, double probability)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var year = FirstAfter(fit);
        return At([.. Enumerable.Range(0, RateDraws).Select(draw => fit.Draw(Stream(draw))).OrderBy(rate => rate.Mean(year))], probability);
    }

    /// <summary>The mean number in the first year after the history, at a quantile of the posterior.</summary>
    public static double Count(CountFit fit, double probability) => Rate(fit, probability).Mean(FirstAfter(fit));

    /// <summary>
    /// The draw of the amounts whose mean over the same claims has the rank <paramref name="probability"/>, and that mean in yuan.
    /// </summary>
    public static (DrawnAmounts Amounts, double Mean) Amounts(FittedPayments fit, double probability)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var year = FirstAfter(fit.Counts);
        var drawn = Enumerable.Range(0, AmountDraws).Select(draw => fit.Amounts.Draw(Stream(draw)))
            .Select(amounts => (Amounts: amounts, Mean: MeanOf(amounts, year)));
        return At([.. drawn.OrderBy(each => each.Mean)], probability);
    }

    /// <summary>The take-up at a quantile of its beta posterior under Jeffreys' prior.</summary>
    public static double TakeUp((int Paid, int Entitled) seen, double probability) =>
        new Beta(seen.Paid + 0.5, seen.Entitled - seen.Paid + 0.5).Quantile(probability);

    private static int FirstAfter(CountFit fit) => fit.First + fit.Counts.Count;

    private static RandomStream Stream(int draw) => RandomStream.For(0, draw, 0, Held);

    private static double MeanOf(DrawnAmounts amounts, int year)
    {
        var sum = 0.0;
        for (uint claim = 0; claim < ClaimsADraw; claim++)
            sum += amounts(Stream(0) with { Subject = ClaimStreams + claim }, year).ToDouble();
        return sum / ClaimsADraw;
    }

    private static T At<T>(T[] ranked, double probability) => ranked[(int)Math.Round(probability * (ranked.Length - 1))];
}

/// <summary>Amounts of another fit times a factor above 0, in whole yuan.</summary>
public sealed record ScaledAmounts(AmountFit Of, double Factor) : AmountFit
{
    /// <inheritdoc/>
    public override DrawnAmounts Draw(RandomStream stream)
    {
        var amounts = Of.Draw(stream);
        return (claim, year) => (Fraction)(long)Math.Round(Factor * amounts(claim, year).ToDouble());
    }
}
