// Small fields that several parts of a pool have.
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Scenarios.Pools;

/// <summary>Fields with their own checks.</summary>
internal static class PoolFields
{
    private static readonly Dictionary<string, ObjectLevel> Levels =
        new() { ["loan"] = ObjectLevel.Loan, ["project"] = ObjectLevel.Project, ["enterprise"] = ObjectLevel.Enterprise };

    public static Distribution Distribution(NodeReader entry)
    {
        var parsed = DistributionText.Parse(entry.AsText(), entry.Where);
        foreach (var fault in parsed.Diagnostics) entry.Report(fault);
        return parsed.Value ?? new Fixed(0);
    }

    public static double Probability(NodeReader entry) => ShareReader.Certain(entry);

    public static Basis Basis(NodeReader entry) =>
        entry.OptionalText("basis") is { } basis ? new Basis(basis) : Simulation.Pools.Basis.Assumption;

    /// <summary>What files a claim once: everything that comes up if nothing is written.</summary>
    public static ObjectLevel Level(NodeReader claim)
    {
        if (claim.Child("per") is not { } per) return ObjectLevel.Loan;
        if (Levels.TryGetValue(per.AsText(), out var level)) return level;
        per.Report(PoolFaults.NotOfThisLevel(per.Where, per.AsText()));
        return ObjectLevel.Loan;
    }

    /// <summary>
    /// How many groups or parks there are and which share of the enterprises belongs to one; <paramref name="number"/> numbers them.
    /// </summary>
    public static Membership? Membership(NodeReader entry, string key, Func<int, int> number)
    {
        if (entry.Child(key) is not { } written) return null;
        var (count, share) = written.As(fields => (fields.Whole("count"), fields.OptionalNumber("share")?.ToDouble() ?? 1));
        if (count is >= 1 and <= 1_000_000 && share is > 0 and <= 1) return new Membership((int)count, share, number((int)count));
        written.Report(PoolFaults.BadMembership(
            written.Where,
            key,
            count is < 1 or > 1_000_000
                ? $"expected 1 to 1000000, found {count}"
                : $"a share lies above 0% and up to 100%, found {share:P1}"));
        return null;
    }

    /// <summary>
    /// Correlations of normal scores: <c>correlations: { a: { b: 0.6 } }</c>; pairs that are not written are independent.
    /// </summary>
    public static Dependence? Dependence(NodeReader entry, IReadOnlyList<DrawnAttribute> attributes)
    {
        if (entry.Child("correlations") is not { } written) return null;
        var pairs = written.AsMap(first => first.AsMap(second => second.AsNumber().ToDouble()));
        var drawn = attributes.Where(attribute => attribute.Draw is AttributeDraw.Amount or AttributeDraw.Chance or AttributeDraw.Choice)
            .Select(attribute => attribute.Name)
            .ToList();
        var names = pairs.SelectMany(pair => pair.Value.Keys.Prepend(pair.Key)).Distinct().ToList();
        foreach (var name in names.Where(name => !drawn.Contains(name)))
            written.Report(PoolFaults.NotDrawn(written.Where, name, "a correlation with", drawn));
        if (!names.TrueForAll(drawn.Contains) || names.Count == 0) return null;
        double Of(string a, string b) => a == b ? pairs.GetValueOrDefault(a)?.TryGetValue(b, out var own) == true ? own : 1
            : pairs.GetValueOrDefault(a)?.TryGetValue(b, out var one) == true ? one
            : pairs.GetValueOrDefault(b)?.TryGetValue(a, out var other) == true ? other : 0;
        var copula = GaussianCopula.Check(names, [.. names.Select(a => names.Select(b => Of(a, b)).ToList())], written.Where);
        foreach (var fault in copula.Diagnostics) written.Report(fault);
        return copula.Succeeded ? new Dependence(names, copula.Value) : null;
    }
}
