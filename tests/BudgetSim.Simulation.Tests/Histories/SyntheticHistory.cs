// Invents histories of payments whose truth is known.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Histories;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Tests.Histories;

/// <summary>
/// The truth about one measure: counts of mean rate x (1 + growth)^(year - first), good and bad years, lognormal amounts under a ceiling.
/// </summary>
internal sealed record Truth(
    string Measure, double Rate, double Growth, double Effect, double Median, double Spread, double Ceiling = double.PositiveInfinity)
{
    /// <summary>Amounts are whole multiples of this.</summary>
    public int Step { get; init; } = 1;

    /// <summary>The payments of one year in whole yuan; a function of the stream alone.</summary>
    public List<long> Year(RandomStream stream, int years)
    {
        var mean = Rate * Math.Pow(1 + Growth, years);
        Distribution counts = Effect == 0
            ? new Poisson(mean)
            : new NegativeBinomial(mean, Math.Sqrt(mean + (Effect * Effect * mean * mean)));
        var amounts = new Lognormal(Math.Log(Median), Spread);
        var drawn = stream.Child(1 + years);
        return [.. Enumerable.Range(0, (int)counts.Sample(drawn, 0))
            .Select(payment => Math.Max(Step, Step * (long)Math.Round(Math.Min(Ceiling, amounts.Sample(drawn, 1 + payment)) / Step)))];
    }

    /// <summary>A history of so many years from <paramref name="first"/> on.</summary>
    public PaymentHistory History(RandomStream stream, int first, int years) => new(
        "synthetic",
        [.. Enumerable.Range(0, years).SelectMany(year => Year(stream, year)
            .Select(yuan => new Payment(first + year, Measure, "", yuan, 1, Place.Of("synthetic"))))],
        new Dictionary<(string, int), int>(),
        first,
        first + years - 1);
}
