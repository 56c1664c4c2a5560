// Who gains and who loses by a reform, counted over enterprises.
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Laboratory.Comparisons;

/// <summary>
/// Means per replication: enterprises that gain or lose, the yuan they gain or lose, and those that begin or cease to be paid.
/// </summary>
public sealed record WinnersAndLosers(
    int Replications,
    double Winners,
    double Losers,
    double YuanGained,
    double YuanLost,
    double NewlyPaid,
    double NoLongerPaid,
    double Unchanged)
{
    /// <summary>From the awards on both sides over the same replications.</summary>
    public static WinnersAndLosers Of(EnterpriseAwards baseline, EnterpriseAwards other)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(other);
        var replications = Math.Min(baseline.ByReplication.Count, other.ByReplication.Count);
        long winners = 0, losers = 0, gained = 0, lost = 0, newly = 0, ceased = 0, same = 0;
        for (var replication = 0; replication < replications; replication++)
        {
            var (before, after) = (baseline.ByReplication[replication], other.ByReplication[replication]);
            foreach (var enterprise in before.Keys.Union(after.Keys))
            {
                var (old, now) = (before.GetValueOrDefault(enterprise), after.GetValueOrDefault(enterprise));
                if (now > old) (winners, gained) = (winners + 1, gained + now - old);
                else if (now < old) (losers, lost) = (losers + 1, lost + old - now);
                else same++;
                if (old == 0) newly++;
                if (now == 0) ceased++;
            }
        }

        double Mean(long sum) => sum / (double)Math.Max(1, replications);
        return new WinnersAndLosers(
            replications, Mean(winners), Mean(losers), Mean(gained), Mean(lost), Mean(newly), Mean(ceased), Mean(same));
    }
}
