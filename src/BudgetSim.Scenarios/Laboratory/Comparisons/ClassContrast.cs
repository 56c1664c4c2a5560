// Who gains and who loses in each class of enterprises, and what each class is paid.
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Laboratory.Comparisons;

/// <summary>
/// Means per replication of the enterprises with one value of one attribute: whole yuan on both sides, how many are paid, who gains, who
/// loses.
/// </summary>
public sealed record ClassContrast(string Attribute, string Value)
{
    /// <summary>Yuan paid to the class, baseline and other.</summary>
    public required (double Baseline, double Other) Yuan { get; init; }

    /// <summary>Enterprises of the class that are paid, baseline and other.</summary>
    public required (double Baseline, double Other) Paid { get; init; }

    /// <summary>Enterprises that gain and the yuan they gain.</summary>
    public required (double Enterprises, double Yuan) Gain { get; init; }

    /// <summary>Enterprises that lose and the yuan they lose.</summary>
    public required (double Enterprises, double Yuan) Loss { get; init; }

    /// <summary>
    /// One row per attribute and value, in the order of the pool; the rows of one attribute together are all enterprises.
    /// </summary>
    public static IReadOnlyList<ClassContrast> Of(EnterpriseAwards baseline, EnterpriseAwards other)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(other);
        var names = baseline.Classes.Concat(other.Classes).Select(attribute => attribute.Name).Distinct();
        return [.. names.SelectMany(name => OfAttribute(name, baseline, other))];
    }

    private static IEnumerable<ClassContrast> OfAttribute(string name, EnterpriseAwards baseline, EnterpriseAwards other)
    {
        var (before, after) = (Find(baseline, name), Find(other, name));
        var replications = Math.Min(baseline.ByReplication.Count, other.ByReplication.Count);
        var sums = new SortedDictionary<string, Sums>(StringComparer.Ordinal);
        for (var replication = 0; replication < replications; replication++)
        {
            var (old, now) = (baseline.ByReplication[replication], other.ByReplication[replication]);
            foreach (var enterprise in old.Keys.Union(now.Keys))
            {
                var value = before?.ValueOf(replication, enterprise) is { } known and not EnterpriseClass.NotStated
                    ? known
                    : after?.ValueOf(replication, enterprise) ?? EnterpriseClass.NotStated;
                if (!sums.TryGetValue(value, out var sum)) sums.Add(value, sum = new Sums());
                sum.Add(old.GetValueOrDefault(enterprise), now.GetValueOrDefault(enterprise));
            }
        }

        return sums.OrderBy(sum => sum.Key == EnterpriseClass.NotStated).Select(sum => sum.Value.Close(name, sum.Key, replications));
    }

    private static EnterpriseClass? Find(EnterpriseAwards awards, string name) =>
        awards.Classes.FirstOrDefault(attribute => attribute.Name == name);

    private sealed class Sums
    {
        private long _before, _after, _paidBefore, _paidAfter, _winners, _gained, _losers, _lost;

        public void Add(long old, long now)
        {
            (_before, _after) = (_before + old, _after + now);
            if (old > 0) _paidBefore++;
            if (now > 0) _paidAfter++;
            if (now > old) (_winners, _gained) = (_winners + 1, _gained + now - old);
            if (now < old) (_losers, _lost) = (_losers + 1, _lost + old - now);
        }

        public ClassContrast Close(string attribute, string value, int replications)
        {
            double Mean(long sum) => sum / (double)Math.Max(1, replications);
            return new ClassContrast(attribute, value)
            {
                Yuan = (Mean(_before), Mean(_after)),
                Paid = (Mean(_paidBefore), Mean(_paidAfter)),
                Gain = (Mean(_winners), Mean(_gained)),
                Loss = (Mean(_losers), Mean(_lost)),
            };
        }
    }
}
