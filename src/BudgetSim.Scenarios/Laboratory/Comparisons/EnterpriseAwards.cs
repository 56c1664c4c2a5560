// What each enterprise is paid in the first replications of a run.
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Comparisons;

/// <summary>Whole yuan by enterprise, one table per replication; enterprises that are paid nothing are not in it.</summary>
public sealed record EnterpriseAwards(IReadOnlyList<IReadOnlyDictionary<int, long>> ByReplication)
{
    /// <summary>Draws and settles the first <paramref name="replications"/> again and adds up by enterprise.</summary>
    public static EnterpriseAwards Of(ScenarioModel model, int replications, int threads, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(model);
        var tables = new Dictionary<int, long>[Math.Min(replications, model.Replications)];
        Parallel.For(
            0,
            tables.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop },
            () => new Replicate(model),
            (number, _, replicate) =>
            {
                tables[number] = Sums(replicate, number);
                return replicate;
            },
            _ => { });
        return new EnterpriseAwards(tables);
    }

    /// <summary>All awards above 0 of all replications, in yuan.</summary>
    public long[] Recipients() => [.. ByReplication.SelectMany(table => table.OrderBy(award => award.Key).Select(award => award.Value))];

    private static Dictionary<int, long> Sums(Replicate replicate, int number)
    {
        var (input, result) = replicate.Run(number);
        var sums = new Dictionary<int, long>();
        for (var position = 0; position < input.Claims.Count; position++)
        {
            var award = result.Awards[position];
            if (award.IsUndetermined || award.Yuan == 0 || !input.Measures[input.Claims[position].Measure].IsOutlay) continue;
            var enterprise = input.Claims[position].Keys.Enterprise;
            sums[enterprise] = sums.GetValueOrDefault(enterprise) + award.Yuan;
        }

        return sums;
    }
}
