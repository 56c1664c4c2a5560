// The cumulative probabilities of a count, built outwards from its likeliest value.
using System.Runtime.CompilerServices;

namespace BudgetSim.Simulation.Distributions;

/// <summary>Probabilities of the counts first, first + 1, ...; what lies outside has less than 1e-18 in all.</summary>
internal sealed class CountTable
{
    private readonly double[] _cumulative;

    private CountTable(long first, double[] cumulative) => (First, _cumulative) = (first, cumulative);

    /// <summary>The least count with a probability worth keeping.</summary>
    internal long First { get; }

    /// <summary>
    /// Builds from the ratio P(k+1)/P(k), which must fall below 1 after <paramref name="mode"/>; counts run from 0 to
    /// <paramref name="most"/>.
    /// </summary>
    internal static CountTable FromRatio(long mode, long most, Func<double, double> ratio)
    {
        var (below, above) = (new List<double>(), new List<double> { 1.0 });
        for (var k = mode; k > 0 && (k == mode || below[^1] > 1e-22); k--) below.Add((below.Count == 0 ? 1.0 : below[^1]) / ratio(k - 1));
        for (var k = mode; k < most && above[^1] > 1e-22; k++) above.Add(above[^1] * ratio(k));
        below.Reverse();
        var cumulative = below.Concat(above).ToArray();
        for (var i = 1; i < cumulative.Length; i++) cumulative[i] += cumulative[i - 1];
        var total = cumulative[^1];
        for (var i = 0; i < cumulative.Length; i++) cumulative[i] /= total;
        return new CountTable(mode - below.Count, cumulative);
    }

    /// <summary>The least count whose cumulative probability is at least <paramref name="probability"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal double Quantile(double probability)
    {
        var (low, high) = (0, _cumulative.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_cumulative[middle] >= probability) high = middle;
            else low = middle + 1;
        }

        return First + low;
    }

    /// <summary>The probability of <paramref name="value"/> or less.</summary>
    internal double Cumulative(double value)
    {
        var place = Math.Floor(value) - First;
        return place < 0 ? 0 : place >= _cumulative.Length ? 1 : _cumulative[(int)place];
    }
}
