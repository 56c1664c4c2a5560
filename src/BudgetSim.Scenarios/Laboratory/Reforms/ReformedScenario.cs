// Reads a scenario with reforms laid over it.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>Scenario folders under reforms; everything is checked before anything runs.</summary>
public static class ReformedScenario
{
    /// <summary>The scenario of <paramref name="name"/> with all of its reforms.</summary>
    public static Loaded<LoadedScenario> Read(ReformName name, string seeds, ScenarioOverrides overrides)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Read(name.Folder, seeds, overrides, name.Reforms, [.. name.Reforms.SelectMany(reform => reform.Steps)]);
    }

    /// <summary>The scenario of a folder with steps that need not stand in a file.</summary>
    public static Loaded<LoadedScenario> Read(string folder, string seeds, ScenarioOverrides overrides, IReadOnlyList<ReformStep> steps) =>
        Read(folder, seeds, overrides, [], steps);

    private static Loaded<LoadedScenario> Read(string folder, string seeds, ScenarioOverrides overrides, IReadOnlyList<Reform> reforms, IReadOnlyList<ReformStep> steps)
    {
        var plain = ScenarioFile.Read(folder, seeds, overrides);
        if (!plain.Succeeded || (steps.Count == 0 && reforms.Count == 0)) return plain;
        var trees = Trees(plain.Value, seeds);
        var faults = ReformCheck.Of(reforms, plain.Value.Name, trees);
        if (reforms.Count == 0) faults.AddRange(ReformCheck.Of(steps, trees));
        if (faults.Count > 0) return Loaded<LoadedScenario>.From(null, faults);
        var changes = Changes(steps, plain.Value.Model.Years[0], trees, faults);
        if (faults.Count > 0) return Loaded<LoadedScenario>.From(null, faults);
        var read = ScenarioFile.Read(folder, seeds, overrides with { Changes = [.. overrides.Changes, .. changes], Readings = Readings(overrides, steps) });
        read = read with { Diagnostics = [.. read.Diagnostics.Select(fault => Located(fault, steps))] };
        return read.Succeeded ? WithMoney(read.Value, steps) : read;
    }

    /// <summary>The policy documents of a scenario as trees, with its own changes in them.</summary>
    internal static PolicyTrees Trees(LoadedScenario scenario, string seeds) =>
        PolicyTrees.Read(seeds, scenario.Model.Terms.Library.Documents.Select(document => document.Id)).With(scenario.Changes);

    private static List<PathChange> Changes(IReadOnlyList<ReformStep> steps, int firstYear, PolicyTrees trees, List<Diagnostic> faults)
    {
        var changes = new List<PathChange>();
        foreach (var step in steps)
        {
            PathChange[] made = step switch
            {
                ReformStep.Change change => [.. DatedChange.Expand(change, firstYear, trees, faults)],
                ReformStep.SwitchOff off => [new PathChange(off.Measure + "/when", new ScalarNode(off.Where, "false", ScalarForm.Plain), off.Where)],
                _ => [],
            };
            changes.AddRange(made);
            trees = trees.With(made);
        }

        return changes;
    }

    private static Dictionary<string, string> Readings(ScenarioOverrides overrides, IReadOnlyList<ReformStep> steps)
    {
        var readings = new Dictionary<string, string>(overrides.Readings);
        foreach (var reading in steps.OfType<ReformStep.Reading>()) readings[reading.Code] = reading.Option;
        return readings;
    }

    // A fault of a reading is known by its code only; the step knows where it was written.
    private static Diagnostic Located(Diagnostic fault, IReadOnlyList<ReformStep> steps) =>
        fault.Where.Line == 0 && steps.FirstOrDefault(step => step.Target == fault.Where.File) is { } step ? fault with { Where = step.Where } : fault;

    private static Loaded<LoadedScenario> WithMoney(LoadedScenario scenario, IReadOnlyList<ReformStep> steps)
    {
        var faults = new List<Diagnostic>();
        var model = scenario.Model;
        var funds = model.Funds.ToList();
        foreach (var money in steps.OfType<ReformStep.Money>())
        {
            if (model.Terms.FundIndex(money.Fund) < 0) faults.Add(UnknownFund(money, model.Terms));
            else if (money.Yuan < 0 || (money.Year is { } only && !model.Years.Contains(only))) faults.Add(BadMoney(money, model.Years));
            foreach (var year in money.Year is { } one ? [one] : model.Years)
            {
                funds.RemoveAll(known => known.Fund == money.Fund && (known.Year ?? year) == year);
                funds.Add(new FundMoney(money.Fund, year, money.Yuan));
            }
        }

        return Loaded<LoadedScenario>.From(scenario with { Model = model with { Funds = funds } }, faults);
    }

    internal static Diagnostic UnknownFund(ReformStep.Money money, LibraryTerms terms) =>
        Diagnostic.Error(money.Where, "BS510", $"the policies of this scenario have no fund '{money.Fund}'", NearestName.Hint(money.Fund, terms.Funds.Select(fund => fund.Id)));

    private static Diagnostic BadMoney(ReformStep.Money money, IReadOnlyList<int> years) =>
        Diagnostic.Error(money.Where, "BS511", $"an appropriation is at least 0 and for a year from {years[0]} to {years[^1]}, found {money.NewText}{(money.Year is { } year ? $" for {year}" : "")}");
}
