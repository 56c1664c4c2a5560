// How much of an outcome's variance each uncertain input explains by itself.
namespace BudgetSim.Simulation.Statistics;

/// <summary>One input's share of the variance of the outcome, 0 to 1 (first-order Sobol index).</summary>
public sealed record VarianceShare(string Driver, double Share);

/// <summary>Correlation ratios of recorded drivers.</summary>
public static class VarianceShares
{
    /// <summary>
    /// The first-order index Var(E[outcome | driver]) / Var(outcome) of each driver, from replications sorted into
    /// <paramref name="bins"/> equal bins of the driver, freed of the bias of the bins' own noise; largest first, ties in the given order.
    /// </summary>
    /// <param name="outcome">One value per replication.</param>
    /// <param name="drivers">Each driver's value per replication, same length.</param>
    /// <param name="bins">At least 2; each bin should hold 50 replications or more.</param>
    public static IReadOnlyList<VarianceShare> Of(double[] outcome, IReadOnlyList<(string Name, double[] Values)> drivers, int bins = 50)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var shares = drivers.Select(driver => new VarianceShare(driver.Name, Share(outcome, driver.Values, bins)));
        return [.. shares.OrderByDescending(share => share.Share)];
    }

    // epsilon squared: (between - (k-1) within mean square) / total.
    private static double Share(double[] outcome, double[] driver, int bins)
    {
        if (driver.Length != outcome.Length) throw new ArgumentException("one driver value per outcome", nameof(driver));
        bins = Math.Min(bins, outcome.Length / 2);
        if (bins < 2) return 0;
        var order = Enumerable.Range(0, outcome.Length).ToArray();
        Array.Sort((double[])driver.Clone(), order);
        var mean = CompensatedSum.Of(outcome) / outcome.Length;
        var total = Means.Variance(outcome, mean) * (outcome.Length - 1);
        var between = default(CompensatedSum);
        for (var bin = 0; bin < bins; bin++)
        {
            var (from, to) = ((int)((long)outcome.Length * bin / bins), (int)((long)outcome.Length * (bin + 1) / bins));
            var sum = default(CompensatedSum);
            for (var i = from; i < to; i++) sum.Add(outcome[order[i]] - mean);
            between.Add(sum.Value * sum.Value / (to - from));
        }

        var within = (total - between.Value) / (outcome.Length - bins);
        return total <= 0 ? 0 : Math.Clamp((between.Value - ((bins - 1) * within)) / total, 0, 1);
    }
}
