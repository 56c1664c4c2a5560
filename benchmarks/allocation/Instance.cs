// Reads an instance of the peers' generator into an allocation problem.
using System.Collections.Immutable;
using System.Text.Json;
using BudgetSim.Allocation.Selection;

namespace BudgetSim.Benchmarks.Allocation;

/// <summary>The arrays of gen.py's JSON file.</summary>
internal static class Instance
{
    /// <summary>Items are claims; limits are the enterprise, clause and fund caps; quotas are choice rules.</summary>
    public static AllocationProblem Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        var (amounts, weights) = (Longs(root, "u"), Longs(root, "w"));
        var (enterprise, clause, fund) = (Longs(root, "ent"), Longs(root, "clause"), Longs(root, "fund"));
        return new AllocationProblem(
            AllocationObjective.Total,
            [.. amounts.Select((amount, i) => new AllocationItem("i" + i, amount, 1, weights[i], true, 1))],
            [
                .. Limits("e", enterprise, Longs(root, "ent_cap")),
                .. Limits("c", clause, Longs(root, "cl_cap")),
                .. Limits("f", fund, Longs(root, "B")),
            ],
            [.. root.GetProperty("cliques").EnumerateArray().Select(clique => Indices(clique).Order().ToImmutableArray())],
            [.. root.GetProperty("quota").EnumerateObject().Select(quota => Quota(quota, clause))]);
    }

    private static ChooseRule Quota(JsonProperty quota, long[] clause)
    {
        var number = long.Parse(quota.Name);
        return new("w" + number, [.. Enumerable.Range(0, clause.Length).Where(i => clause[i] == number)], 0, quota.Value.GetInt32());
    }

    private static IEnumerable<AllocationLimit> Limits(string prefix, long[] groupOf, long[] caps)
    {
        var members = Enumerable.Range(0, groupOf.Length).ToLookup(i => groupOf[i]);
        for (var group = 0; group < caps.Length; group++)
            if (members.Contains(group)) yield return new AllocationLimit(prefix + group, caps[group], [.. members[group]], null);
    }

    private static long[] Longs(JsonElement root, string name) =>
        [.. root.GetProperty(name).EnumerateArray().Select(value => value.GetInt64())];

    private static IEnumerable<int> Indices(JsonElement array) => array.EnumerateArray().Select(value => value.GetInt32());
}
