// The logarithms of amounts as a line over the years with normal errors.
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Histories;

/// <summary>
/// ln amount = m + g (year - centre) + error. The variance has an inverse chi-square posterior (its prior counts as two payments with a
/// deviation of 0.7), m a flat prior and g ~ N(0, 0.06^2); fewer than four years show no growth: g then keeps a prior of 0.03 around 0.
/// </summary>
internal sealed record LogAmounts(
    double Level, double Growth, double Centre, double LevelWeight, double GrowthWeight, double GrowthSpread, int Freedom, double Variance,
    double Largest)
{
    private const int PriorFreedom = 2;
    private const double PriorVariance = 0.5, GrowthPrior = 0.06, ShortGrowthPrior = 0.03, MostAboveSeen = 20, SmallestVariance = 1e-8;

    /// <summary>The fit of (year, ln amount) pairs, at least one.</summary>
    public static LogAmounts From(IReadOnlyList<(int Year, double Log)> seen)
    {
        var centre = seen.Average(pair => pair.Year);
        var level = seen.Average(pair => pair.Log);
        var spread = seen.Sum(pair => (pair.Year - centre) * (pair.Year - centre));
        var fits = seen.Max(pair => pair.Year) - seen.Min(pair => pair.Year) + 1 >= CountFit.YearsForTrend
            && seen.Count >= CountFit.YearsForTrend;
        var rough = VarianceAround(seen, level, 0, centre, out _);
        var precision = fits ? spread + (rough / (GrowthPrior * GrowthPrior)) : 0;
        var growth = fits ? seen.Sum(pair => (pair.Year - centre) * (pair.Log - level)) / precision : 0;
        var variance = VarianceAround(seen, level, growth, centre, out var freedom);
        return new LogAmounts(
            level, growth, centre, seen.Count, precision, fits ? 0 : ShortGrowthPrior, freedom, variance,
            seen.Max(pair => pair.Log) + Elementary.Log(MostAboveSeen));
    }

    /// <summary>Level, growth and deviation drawn from the posterior.</summary>
    public (double Level, double Growth, double Deviation) Draw(RandomStream stream)
    {
        var variance = Freedom * Variance / (2 * HalfGamma.Draw(stream.Child(1), Freedom));
        var deviation = Math.Sqrt(variance);
        var growth = GrowthSpread > 0 ? GrowthSpread * stream.Normal(1) : Growth + (deviation / Math.Sqrt(GrowthWeight) * stream.Normal(1));
        return (Level + (deviation / Math.Sqrt(LevelWeight) * stream.Normal(0)), growth, deviation);
    }

    /// <summary>Whole yuan from a logarithm; nothing beyond 20 times the largest amount seen.</summary>
    public Fraction Yuan(double log) => (long)Math.Round(Elementary.Exp(Math.Min(log, Largest)));

    private static double VarianceAround(
        IReadOnlyList<(int Year, double Log)> seen, double level, double growth, double centre, out int freedom)
    {
        freedom = PriorFreedom + seen.Count - 1;
        var squares = seen.Sum(pair => Square(pair.Log - level - (growth * (pair.Year - centre))));
        return Math.Max(SmallestVariance, ((PriorFreedom * PriorVariance) + squares) / freedom);
    }

    private static double Square(double number) => number * number;
}

/// <summary>Payments one by one; a beta share of them stands at the ceiling.</summary>
public sealed record LognormalAmounts : AmountFit
{
    private readonly LogAmounts? _below;
    private readonly Fraction? _ceiling;
    private readonly int _atCeiling;
    private readonly int _payments;

    private LognormalAmounts(LogAmounts? below, Fraction? ceiling, int atCeiling, int payments) =>
        (_below, _ceiling, _atCeiling, _payments) = (below, ceiling, atCeiling, payments);

    /// <inheritdoc/>
    public override DrawnAmounts Draw(RandomStream stream)
    {
        var share = _ceiling is null ? 0 : HalfGamma.Share(stream.Child(1), _atCeiling, _payments);
        if (_below is null) return (_, _) => _ceiling!.Value;
        var (level, growth, deviation) = _below.Draw(stream.Child(2));
        return (claim, year) =>
        {
            if (claim.Uniform(1) < share) return _ceiling!.Value;
            var yuan = _below.Yuan(level + (growth * (year - _below.Centre)) + (deviation * claim.Normal(0)));
            return _ceiling is { } most ? Fraction.Min(yuan, most) : yuan;
        };
    }

    internal static LognormalAmounts Fit(IReadOnlyList<Payment> payments, Fraction? ceiling)
    {
        var below = payments.Where(payment => ceiling is not { } most || payment.Yuan < most)
            .Select(payment => (payment.Year, Elementary.Log(payment.Yuan.ToDouble())))
            .ToList();
        return new LognormalAmounts(
            below.Count == 0 ? null : LogAmounts.From(below), ceiling, payments.Count - below.Count, payments.Count);
    }
}

/// <summary>Sums of several claims: every claim of a year is worth the year's mean, which varies from year to year.</summary>
public sealed record YearlyMeans : AmountFit
{
    private static readonly Purpose YearPurpose = Purpose.Named("yearly mean of past payments");
    private readonly LogAmounts _means;

    private YearlyMeans(LogAmounts means) => _means = means;

    /// <inheritdoc/>
    public override DrawnAmounts Draw(RandomStream stream)
    {
        var (level, growth, deviation) = _means.Draw(stream);
        return (claim, year) => _means.Yuan(level + (growth * (year - _means.Centre)) + (deviation * (stream with
        {
            Subject = (uint)year,
            Purpose = YearPurpose,
        }).Normal(0)));
    }

    internal static YearlyMeans Fit(IReadOnlyList<Payment> payments) => new(LogAmounts.From(
        [.. payments.GroupBy(payment => payment.Year)
            .Select(year => (year.Key,
                Elementary.Log(year.Sum(payment => payment.Yuan.ToDouble()) / year.Sum(payment => payment.Claims))))]));
}
