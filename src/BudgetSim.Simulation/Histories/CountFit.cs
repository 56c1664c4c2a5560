// How many claims a year past years let expect, with the doubt that a short history leaves.
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Histories;

/// <summary>
/// The yearly count is negative binomial with mean exp(a + b (year - centre)); good and bad years have the coefficient of variation c. Of
/// (a, b, c) the posterior is kept: for each c of a grid a normal one of (a, b) around its mode, under a flat Jeffreys prior for a, b ~
/// N(0, 0.12^2) and c half-normal of scale 0.15. Fewer than four years show no trend: b then keeps a prior of 0.06 around 0, which only
/// widens the forecast.
/// </summary>
public sealed record CountFit
{
    /// <summary>Years from which on a trend is fitted.</summary>
    public const int YearsForTrend = 4;

    private const double TrendSpread = 0.12, ShortTrendSpread = 0.06, EffectScale = 0.15, Hardly = 1e-9;
    private static readonly double[] Effects = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];
    private readonly Node[] _nodes;

    private CountFit(int first, int[] counts, double centre, Node[] nodes) =>
        (First, Counts, Centre, _nodes) = (first, counts, centre, nodes);

    /// <summary>The first year with a count.</summary>
    public int First { get; }

    /// <summary>The counts of the years from <see cref="First"/> on.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>The year at which a is the logarithm of the mean.</summary>
    public double Centre { get; }

    /// <summary>The growth a year at the mode of the likeliest c, as a rate: 0.05 is 5 %.</summary>
    public double Growth => Elementary.ExpLessOne(_nodes.MaxBy(node => node.Weight)!.Trend);

    /// <summary>The fit of counts from 0 in consecutive years.</summary>
    public static CountFit From(int first, IReadOnlyList<int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        int[] kept = [.. counts];
        var centre = first + (0.5 * (kept.Length - 1));
        var nodes = Array.ConvertAll(Effects, effect => Fit(kept, effect));
        var best = nodes.Max(node => node.Weight);
        var total = nodes.Sum(node => Elementary.Exp(node.Weight - best));
        return new CountFit(
            first, kept, centre, Array.ConvertAll(nodes, node => node with { Weight = Elementary.Exp(node.Weight - best) / total }));
    }

    /// <summary>Parameters drawn from the posterior with four numbers of a stream.</summary>
    public DrawnRate Draw(RandomStream stream)
    {
        var uniform = stream.Uniform(0);
        var node = _nodes[^1];
        foreach (var candidate in _nodes)
        {
            node = candidate;
            if (uniform < candidate.Weight) break;
            uniform -= candidate.Weight;
        }

        var (z0, z1) = (stream.Normal(1), stream.Normal(2));
        return new DrawnRate(
            node.Level + (node.LevelSpread * z0), node.Trend + (node.Slope * z0) + (node.TrendSpread * z1), node.Effect, Centre);
    }

    private static Node Fit(int[] counts, double effect)
    {
        var fitsTrend = counts.Length >= YearsForTrend;
        var (a, b) = (Elementary.Log((counts.Sum() + 0.5) / counts.Length), 0.0);
        var curve = default(Curve);
        for (var step = 0; step < 60; step++)
        {
            curve = Curve.At(counts, a, b, effect);
            var (da, db) = fitsTrend ? curve.Step() : (curve.A / curve.AA, 0);
            var size = Math.Max(Math.Abs(da), Math.Abs(db));
            var scale = size > 1 ? 1 / size : 1;
            (a, b) = (a + (scale * da), b + (scale * db));
            if (size < Hardly) break;
        }

        var (width, prior) = (effect == 0 ? 0.5 : 1.0, -0.5 * effect * effect / (EffectScale * EffectScale));
        var (trendPrior, spread) = (1 / (TrendSpread * TrendSpread), ShortTrendSpread);
        if (!fitsTrend)
            return new Node(
                effect,
                a,
                0,
                1 / Math.Sqrt(curve.AA),
                0,
                spread,
                Elementary.Log(width) + prior + curve.Value - (0.5 * Elementary.Log(curve.AA)));
        var determinant = (curve.AA * curve.BB) - (curve.AB * curve.AB);
        var (varA, covariance, varB) = (curve.BB / determinant, -curve.AB / determinant, curve.AA / determinant);
        var sdA = Math.Sqrt(varA);
        var weight = Elementary.Log(width) + prior + curve.Value + (0.5 * Elementary.Log(trendPrior)) - (0.5 * Elementary.Log(determinant));
        return new Node(effect, a, b, sdA, covariance / sdA, Math.Sqrt(Math.Max(0, varB - (covariance * covariance / varA))), weight);
    }

    /// <summary>A posterior for one c: the mode, and a factor of its covariance.</summary>
    private sealed record Node(
        double Effect, double Level, double Trend, double LevelSpread, double Slope, double TrendSpread, double Weight);

    /// <summary>The logarithm of the posterior density with its slopes and minus its curvature.</summary>
    private readonly record struct Curve(double Value, double A, double B, double AA, double AB, double BB)
    {
        public static Curve At(int[] counts, double a, double b, double effect)
        {
            const double precision = 1 / (CountFit.TrendSpread * CountFit.TrendSpread);
            var size = effect == 0 ? double.PositiveInfinity : 1 / (effect * effect);
            var (value, da, db, aa, ab, bb) = ((0.5 * a) - (0.5 * precision * b * b), 0.5, -precision * b, 0.0, 0.0, precision);
            for (var year = 0; year < counts.Length; year++)
            {
                var (t, n) = (year - (0.5 * (counts.Length - 1)), (double)counts[year]);
                var mean = Elementary.Exp(Math.Clamp(a + (b * t), -30, 30));
                value += effect == 0 ? (n * (a + (b * t))) - mean - Elementary.LogGamma(n + 1) : LogProbability(n, mean, size);
                var (slope, bend) = effect == 0
                    ? (n - mean, mean)
                    : ((n - mean) / (1 + (mean / size)), mean * (1 + (n / size)) / ((1 + (mean / size)) * (1 + (mean / size))));
                (da, db, aa, ab, bb) = (da + slope, db + (slope * t), aa + bend, ab + (bend * t), bb + (bend * t * t));
            }

            return new Curve(value, da, db, aa, ab, bb);
        }

        /// <summary>Newton's step.</summary>
        public (double A, double B) Step()
        {
            var determinant = (AA * BB) - (AB * AB);
            return (((BB * A) - (AB * B)) / determinant, ((AA * B) - (AB * A)) / determinant);
        }

        private static double LogProbability(double n, double mean, double size) =>
            Elementary.LogGamma(n + size) - Elementary.LogGamma(size) - Elementary.LogGamma(n + 1)
            + (n * Elementary.Log(mean / (mean + size))) - (size * Elementary.LogOnePlus(mean / size));
    }
}

/// <summary>
/// One draw of the parameters: the mean of a year is exp(level + trend (year - centre)), its good and bad years vary by
/// <paramref name="Effect"/>.
/// </summary>
public readonly record struct DrawnRate(double Level, double Trend, double Effect, double Centre)
{
    private const double MostCount = 1e6, LeastCount = 1e-6;

    /// <summary>The mean number in a year.</summary>
    public double Mean(int year) =>
        Math.Clamp(Elementary.Exp(Math.Clamp(Level + (Trend * (year - Centre)), -30, 30)), LeastCount, MostCount);

    /// <summary>The number that <paramref name="uniform"/>, in (0,1), draws in a year.</summary>
    public double Count(int year, double uniform)
    {
        var mean = Mean(year);
        var deviation = Math.Min(Math.Sqrt(mean + (Effect * Effect * mean * mean)), CountDistribution.LargestDeviation);
        return Effect == 0 ? new Poisson(mean).Draw(uniform) : new NegativeBinomial(mean, deviation).Draw(uniform);
    }
}
