// What each enterprise is paid in the first replications of a run, and what kind of enterprise it is.
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Whole yuan by enterprise, one table per replication; enterprises that are paid nothing are not in it.</summary>
public sealed record EnterpriseAwards(IReadOnlyList<IReadOnlyDictionary<int, long>> ByReplication)
{
    private const double LeastKnown = 0.1;

    /// <summary>The classes that the pool's attributes make, with the value of every enterprise that is paid.</summary>
    public IReadOnlyList<EnterpriseClass> Classes { get; init; } = [];

    /// <summary>Draws and settles the first <paramref name="replications"/> again and adds up by enterprise.</summary>
    public static EnterpriseAwards Of(ScenarioModel model, int replications, int threads, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(model);
        var tables = new Table[Math.Min(replications, model.Replications)];
        var names = EnterpriseClass.NamesIn(model);
        Parallel.For(
            0,
            tables.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop },
            () =>
            {
                var notes = new ClaimNotes(names);
                return (Replicate: new Replicate(model, notes), Notes: notes);
            },
            (number, _, own) =>
            {
                tables[number] = Sums(own.Replicate, own.Notes, number);
                return own;
            },
            _ => { });
        var paid = tables.Sum(table => table.Yuan.Count);
        var classes = names.Select((name, index) => Class(name, [.. tables.Select(table => table.Values[index])]));
        return new EnterpriseAwards([.. tables.Select(table => table.Yuan)])
        {
            Classes = [.. classes.Where(each => TellsApart(each, paid))],
        };
    }

    /// <summary>All awards above 0 of all replications, in yuan.</summary>
    public long[] Recipients() => [.. ByReplication.SelectMany(table => table.OrderBy(award => award.Key).Select(award => award.Value))];

    // A class that all paid enterprises share, or that is known of few of them, tells nothing.
    private static bool TellsApart(EnterpriseClass attribute, int paid) =>
        attribute.Values.Count is > 1 and <= EnterpriseClass.MostValues
            && attribute.ByReplication.Sum(table => table.Count) >= LeastKnown * paid;

    private sealed record Table(IReadOnlyDictionary<int, long> Yuan, IReadOnlyList<Dictionary<int, Value>> Values);

    private static Table Sums(Replicate replicate, ClaimNotes notes, int number)
    {
        var (input, result) = replicate.Run(number);
        var sums = new Dictionary<int, long>();
        var values = notes.Names.Select(_ => new Dictionary<int, Value>()).ToList();
        for (var position = 0; position < input.Claims.Count; position++)
        {
            var (claim, award) = (input.Claims[position], result.Awards[position]);
            if (award.IsUndetermined || award.Yuan == 0 || !input.Measures[claim.Measure].IsOutlay) continue;
            sums[claim.Keys.Enterprise] = sums.GetValueOrDefault(claim.Keys.Enterprise) + award.Yuan;
            for (var index = 0; index < values.Count; index++) Note(values[index], notes.OfClaims[position][index], claim.Keys.Enterprise);
        }

        return new Table(sums, values);
    }

    // The first claim that says what its enterprise is decides.
    private static void Note(Dictionary<int, Value> values, Value value, int enterprise)
    {
        if (!value.IsNull) values.TryAdd(enterprise, value);
    }

    private static EnterpriseClass Class(string name, IReadOnlyList<Dictionary<int, Value>> tables)
    {
        List<string> texts = [.. tables.SelectMany(table => table.Values).Select(TextOf).Distinct().Order(StringComparer.Ordinal)];
        return new EnterpriseClass(
            name, texts, [.. tables.Select(table => table.ToDictionary(pair => pair.Key, pair => texts.IndexOf(TextOf(pair.Value))))]);
    }

    private static string TextOf(Value value) => value.Text ?? value.ToString();
}
