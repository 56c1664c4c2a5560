// What a design is asked: the targets, the paths that may move, what to keep, and whether values must rise.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Laboratory.Designs;

/// <summary>What is to be as large as the targets allow.</summary>
public enum DesignObjective
{
    /// <summary>The mean outlay.</summary>
    TotalPaid,

    /// <summary>The number of enterprises with an award.</summary>
    Enterprises,

    /// <summary>
    /// The least money taken from anyone: replication by replication, what awards lose against the baseline, never set off by gains
    /// elsewhere.
    /// </summary>
    LeastCut,
}

/// <summary>All targets hold together; with <paramref name="IsRising"/> each path's value is at least the one before it.</summary>
public sealed record DesignQuestion(
    IReadOnlyList<DesignTarget> Targets,
    IReadOnlyList<VariedPath> Paths,
    DesignObjective Objective = DesignObjective.TotalPaid,
    bool IsRising = false)
{
    /// <summary>
    /// Faults of the paths and targets, before any work: unknown paths, values of another kind, a target on funds where there are none.
    /// </summary>
    public IReadOnlyList<Diagnostic> Check(VariantSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var faults = Paths.SelectMany(path => path.Check(source)).Distinct().ToList();
        var limited = source.Scenario.Model.Funds.Select(money => money.Fund)
            .Concat(Paths.Where(path => path.Path.StartsWith("funds/", StringComparison.Ordinal))
                .Select(path => path.Path["funds/".Length..]))
            .Distinct()
            .ToList();
        foreach (var target in Targets.Where(target => target.IsShare))
        {
            if (limited.Count == 0)
                faults.Add(Diagnostic.Error(
                    Place.Of($"--target {target.Text}"),
                    "BS531",
                    "no fund of this scenario has an appropriation, so none can be too small",
                    "adjust funds/FUND, or choose a target on P95 or mean"));
            else if (target.Fund is { } fund && !limited.Contains(fund)) faults.Add(UnknownFund(target, fund, limited));
        }

        if (Paths.GroupBy(path => path.Path).FirstOrDefault(group => group.Count() > 1) is { } twice)
            faults.Add(Diagnostic.Error(twice.Last().Where, "BS451", $"'{twice.Key}' is adjusted twice", "name each path once"));
        return faults;
    }

    private static Diagnostic UnknownFund(DesignTarget target, string fund, IReadOnlyList<string> limited) => Diagnostic.Error(
        Place.Of($"--target {target.Text}"), "BS452", $"'{fund}' has no appropriation in this scenario",
        NearestName.Hint(fund, limited) is { Length: > 0 } near ? near : $"known: {string.Join(", ", limited)}");
}
