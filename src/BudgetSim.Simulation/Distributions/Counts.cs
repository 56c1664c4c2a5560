// Distributions of how many: Poisson, binomial and negative binomial.
namespace BudgetSim.Simulation.Distributions;

/// <summary>A distribution of whole numbers from 0.</summary>
public abstract record CountDistribution : Distribution
{
    /// <summary>The largest standard deviation whose table is worth holding.</summary>
    public const double LargestDeviation = 200_000;

    private readonly CountTable _table;

    private protected CountDistribution(CountTable table) => _table = table;

    /// <inheritdoc/>
    public sealed override double Quantile(double probability) => _table.Quantile(probability);

    /// <inheritdoc/>
    public sealed override double Cumulative(double value) => _table.Cumulative(value);
}

/// <summary>The number of independent events: "about 40 a year".</summary>
public sealed record Poisson : CountDistribution
{
    /// <param name="mean">At least 0.</param>
    public Poisson(double mean)
        : base(CountTable.FromRatio((long)mean, mean == 0 ? 0 : long.MaxValue, k => mean / (k + 1))) => Mean = mean;

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance => Mean;

    /// <inheritdoc/>
    public bool Equals(Poisson? other) => other is not null && Mean == other.Mean;

    /// <inheritdoc/>
    public override int GetHashCode() => Mean.GetHashCode();
}

/// <summary>The number of successes in a fixed number of trials.</summary>
public sealed record Binomial : CountDistribution
{
    /// <param name="trials">At least 0.</param>
    /// <param name="probability">Of each trial, 0 to 1.</param>
    public Binomial(long trials, double probability)
        : base(CountTable.FromRatio(
            Mode(trials, probability), probability == 0 ? 0 : trials, k => (trials - k) / (k + 1) * probability / (1 - probability))) =>
        (Trials, Probability) = (trials, probability);

    /// <summary>How many trials.</summary>
    public long Trials { get; }

    /// <summary>The probability of each.</summary>
    public double Probability { get; }

    /// <inheritdoc/>
    public override double Mean => Trials * Probability;

    /// <inheritdoc/>
    public override double Variance => Mean * (1 - Probability);

    /// <inheritdoc/>
    public bool Equals(Binomial? other) => other is not null && (Trials, Probability) == (other.Trials, other.Probability);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Trials, Probability);

    private static long Mode(long trials, double probability) => Math.Min(trials, (long)((trials + 1.0) * probability));
}

/// <summary>A count whose variance exceeds its mean: good years and bad years.</summary>
public sealed record NegativeBinomial : CountDistribution
{
    /// <param name="mean">Above 0.</param>
    /// <param name="deviation">The standard deviation; its square is above the mean.</param>
    public NegativeBinomial(double mean, double deviation)
        : base(Table(mean, deviation * deviation)) => (Mean, Variance) = (mean, deviation * deviation);

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance { get; }

    /// <inheritdoc/>
    public bool Equals(NegativeBinomial? other) => other is not null && (Mean, Variance) == (other.Mean, other.Variance);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Mean, Variance);

    // r = mean^2 / (variance - mean), 1 - p = 1 - mean / variance; P(k+1)/P(k) = (k + r) / (k + 1) * (1 - p).
    private static CountTable Table(double mean, double variance)
    {
        var (size, fail) = (mean * mean / (variance - mean), 1 - (mean / variance));
        var mode = size <= 1 ? 0 : (long)((size - 1) * fail / (1 - fail));
        return CountTable.FromRatio(mode, long.MaxValue, k => (k + size) / (k + 1) * fail);
    }
}
