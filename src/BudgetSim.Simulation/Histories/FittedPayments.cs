// What past payments under one measure say of the years to come.
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Histories;

/// <summary>
/// Counts, amounts and, where the history says how many were entitled, take-up: then <paramref name="Counts"/> are the entitled and
/// <paramref name="TakeUp"/> is (paid, entitled). All with their uncertainty; parameters are drawn once per replication, so that forecasts
/// are predictive.
/// </summary>
public sealed record FittedPayments(string Measure, CountFit Counts, AmountFit Amounts, (int Paid, int Entitled)? TakeUp)
{
    /// <summary>The amount above which nothing was paid, in yuan; null if the fit knows none.</summary>
    public Fraction? Ceiling { get; init; }

    /// <summary>The rate of every replication; null: each draws its own.</summary>
    public DrawnRate? HeldRate { get; init; }

    /// <summary>The amounts of every replication; null: each draws its own.</summary>
    public DrawnAmounts? HeldAmounts { get; init; }

    /// <summary>
    /// The take-up of every replication, 0 to 1, where the history says how many were entitled; null: each draws its own.
    /// </summary>
    public double? HeldTakeUp { get; init; }

    /// <summary>The fit of one measure of a history, from its first payment on.</summary>
    /// <param name="ceiling">The amount above which nothing was paid, or null.</param>
    public static FittedPayments From(PaymentHistory history, string measure, Fraction? ceiling)
    {
        ArgumentNullException.ThrowIfNull(history);
        var payments = history.Payments.Where(payment => payment.Measure == measure).ToList();
        var first = payments.Min(payment => payment.Year);
        var years = Enumerable.Range(first, history.Last - first + 1).ToList();
        var paid = years.ConvertAll(year => payments.Where(payment => payment.Year == year).Sum(payment => payment.Claims));
        var entitled = years.ConvertAll(year => history.Entitled.GetValueOrDefault((measure, year), -1));
        var isKnown = entitled.TrueForAll(number => number >= 0);
        return new FittedPayments(
            measure,
            CountFit.From(first, isKnown ? entitled : paid),
            AmountFit.From(payments, ceiling),
            isKnown ? (paid.Sum(), entitled.Sum()) : null)
        {
            Ceiling = ceiling,
        };
    }

    /// <summary>One draw of all parameters; <paramref name="name"/> keeps cohorts apart.</summary>
    public PaymentDraws Draw(ulong seed, int replication, string name) => new(this, seed, replication, name);
}

/// <summary>The parameters of one replication.</summary>
public sealed class PaymentDraws
{
    private readonly DrawnRate _rate;
    private readonly DrawnAmounts _amounts;
    private readonly RandomStream _counts;

    internal PaymentDraws(FittedPayments fit, ulong seed, int replication, string name)
    {
        RandomStream Stream(string use) => RandomStream.For(seed, replication, 0, Purpose.Named($"{name}/fitted {use}"));
        Replication = replication;
        _rate = fit.HeldRate ?? fit.Counts.Draw(Stream("rate"));
        _counts = Stream("count");
        _amounts = fit.HeldAmounts ?? fit.Amounts.Draw(Stream("amounts"));
        TakeUp = fit.HeldTakeUp is { } held ? held
            : fit.TakeUp is { } seen ? HalfGamma.Share(Stream("take-up"), seen.Paid, seen.Entitled)
            : null;
    }

    /// <summary>The replication they were drawn for.</summary>
    public int Replication { get; }

    /// <summary>The probability that an entitled subject is paid; null where every subject is a payment.</summary>
    public double? TakeUp { get; }

    /// <summary>How many come up in a year.</summary>
    public double Count(int year) => _rate.Count(year, (_counts with { Subject = (uint)year }).Uniform(0));

    /// <summary>The yuan of one claim, by its own stream.</summary>
    public Fraction Amount(RandomStream claim, int year) => _amounts(claim, year);
}
