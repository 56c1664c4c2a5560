// What is kept of one variant: its outlay and its funds by replication, and how many enterprises it reaches.
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>
/// A fund's year of a variant in whole yuan, by replication: what its own claims ask and what it pays; <paramref name="Limit"/> is null
/// without an appropriation.
/// </summary>
public sealed record VariantFund(string Fund, int Year, long? Limit, long[] Demand, long[] Paid)
{
    /// <summary>Left-over claims of earlier years, by replication; null where nothing passes from year to year.</summary>
    public long[]? CarriedIn { get; init; }

    /// <summary>Unspent money of earlier years, by replication; null where nothing passes from year to year.</summary>
    public long[]? MoneyIn { get; init; }

    /// <summary>The year's own claims and those carried in.</summary>
    public long Due(int replication) => Demand[replication] + (CarriedIn?[replication] ?? 0);

    /// <summary>The appropriation and the money carried in; null without an appropriation.</summary>
    public long? Money(int replication) => Limit + (MoneyIn?[replication] ?? 0);
}

/// <summary>
/// Outlay in whole yuan by replication, funds with a limit, and the number of enterprises with an award before the funds'
/// cuts, over all replications.
/// </summary>
public sealed record VariantOutcome(int Finished, long[] Outlay, IReadOnlyList<VariantFund> Funds, long Enterprises)
{
    private const double Confidence = 0.95;

    /// <summary>Whether replications 2k and 2k+1 mirror each other.</summary>
    public bool InPairs { get; init; }

    /// <summary>The mean outlay in yuan.</summary>
    public double Mean => Means.OfFen(Outlay).Value;

    /// <summary>The amount that the outlay does not exceed in 95 of 100 replications.</summary>
    public long P95 => (long)SortedSample.OfFen(Outlay).Quantile(0.95);

    /// <summary>Of these, over all replications, those that the funds' cuts leave with nothing.</summary>
    public long Unpaid { get; init; }

    /// <summary>Enterprises that are paid something, mean per replication.</summary>
    public double MeanEnterprises => (Enterprises - Unpaid) / (double)Finished;

    /// <summary>The probability that some fund is too small, with its 95 % interval.</summary>
    public Proportion ShortageChance() => Proportion.Of([.. Enumerable.Range(0, Finished).Select(IsShort)], Confidence, InPairs);

    /// <summary>The mean over replications of the lowest ratio that any fund pays; 1 where nothing is cut.</summary>
    public Estimate MeanRatio() => Means.Of([.. Enumerable.Range(0, Finished).Select(Ratio)], InPairs);

    private bool IsShort(int replication) => Funds.Any(fund => fund.Due(replication) > fund.Money(replication));

    private double Ratio(int replication) =>
        Funds.Select(fund => fund.Due(replication) <= fund.Money(replication)
            ? 1
            : (double)fund.Money(replication)!.Value / fund.Due(replication))
            .DefaultIfEmpty(1)
            .Min();
}
