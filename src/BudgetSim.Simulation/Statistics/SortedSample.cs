// A sample in rising order: quantiles with their confidence intervals, tails and exceedance.
using BudgetSim.Simulation.Distributions;

namespace BudgetSim.Simulation.Statistics;

/// <summary>A quantile of a sample with a distribution-free interval for the true one.</summary>
/// <param name="Probability">In (0,1).</param>
/// <param name="Value">The order statistic of rank ceil(n p).</param>
/// <param name="Interval">Between two order statistics.</param>
public readonly record struct QuantileEstimate(double Probability, double Value, Interval Interval);

/// <summary>Values sorted once, asked many times.</summary>
public sealed class SortedSample
{
    private readonly double[] _values;
    private readonly double[]? _pairs;

    private SortedSample(double[] values, bool inPairs)
    {
        if (values.Length == 0) throw new ArgumentException("a sample has at least one value", nameof(values));
        _pairs = inPairs ? (double[])values.Clone() : null;
        Array.Sort(_values = values);
    }

    /// <summary>How many values.</summary>
    public int Count => _values.Length;

    /// <summary>The values in rising order.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>
    /// A sample of any numbers; the span is copied. If <paramref name="inPairs"/> they stand in replication order and are mirrored pairs.
    /// </summary>
    public static SortedSample Of(ReadOnlySpan<double> values, bool inPairs = false) => new(values.ToArray(), inPairs);

    /// <summary>A sample of amounts in fen (below 2^53 in size, so exact).</summary>
    public static SortedSample OfFen(ReadOnlySpan<long> fen, bool inPairs = false)
    {
        var values = new double[fen.Length];
        for (var i = 0; i < fen.Length; i++) values[i] = fen[i];
        return new SortedSample(values, inPairs);
    }

    /// <summary>The least value with at least a share <paramref name="probability"/>, in (0,1), of the sample at or below it.</summary>
    public double Quantile(double probability) => _values[RankOf(probability) - 1];

    /// <summary>
    /// The quantile with an interval between order statistics that covers the true quantile with at least <paramref name="confidence"/>,
    /// whatever the distribution: ranks from the binomial distribution. An end beyond the sample is infinite. The ranks of mirrored pairs
    /// are as far from the middle as the pairs are alike at the quantile, by their own correlation, and at least one rank away.
    /// </summary>
    public QuantileEstimate QuantileWithin(double probability, double confidence)
    {
        var below = new Binomial(Count, probability);
        var low = (int)below.Quantile(0.5 * (1 - confidence));
        var high = (int)below.Quantile(1 - (0.5 * (1 - confidence))) + 1;
        if (_pairs is not null) (low, high) = OfPairs(probability, low, high);
        var interval = new Interval(
            low < 1 ? double.NegativeInfinity : _values[low - 1],
            high > Count ? double.PositiveInfinity : _values[high - 1]);
        return new QuantileEstimate(probability, Quantile(probability), interval);
    }

    /// <summary>
    /// The mean of the worst share 1 - <paramref name="probability"/> of the sample (conditional value at risk), boundary value in part.
    /// </summary>
    public double TailMean(double probability)
    {
        var size = (1 - probability) * Count;
        var whole = (int)Math.Min(Count, Math.Floor(size + 1e-9));
        var sum = CompensatedSum.Of(_values.AsSpan(Count - whole));
        var part = Math.Max(0, size - whole);
        return part < 1e-9 || whole == Count ? sum / Math.Max(1, whole) : (sum + (part * _values[Count - whole - 1])) / size;
    }

    /// <summary>How many values are above <paramref name="limit"/>.</summary>
    public int CountAbove(double limit)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_values[middle] <= limit) low = middle + 1;
            else high = middle;
        }

        return Count - low;
    }

    private (int Low, int High) OfPairs(double probability, int low, int high)
    {
        var (rank, quantile, middle) = (RankOf(probability), Quantile(probability), Count * probability);
        var reach = Math.Sqrt(MirroredPairs.VarianceFactor([.. _pairs!.Select(value => value <= quantile)]));
        return ((int)Math.Min(rank - 1, Math.Floor(middle - (reach * (middle - low)))),
            (int)Math.Max(rank + 1, Math.Ceiling(middle + (reach * (high - middle)))));
    }

    private int RankOf(double probability)
    {
        if (!(probability is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(probability));
        return Math.Clamp((int)Math.Ceiling((probability * Count) - 1e-9), 1, Count);
    }
}
