// Reads a scenario with reforms laid over it.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Checks.Documents;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>Scenario folders, perhaps under reforms; everything is checked before anything runs.</summary>
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

    private static Loaded<LoadedScenario> Read(
        string folder, string seeds, ScenarioOverrides overrides, IReadOnlyList<Reform> reforms, IReadOnlyList<ReformStep> steps)
    {
        var plain = Whole(ScenarioFile.Read(folder, seeds, overrides), seeds);
        if (!plain.Succeeded || (steps.Count == 0 && reforms.Count == 0)) return plain;
        var trees = Trees(plain.Value, seeds);
        var faults = ReformCheck.Of(reforms, plain.Value.Name, trees);
        if (reforms.Count == 0) faults.AddRange(ReformCheck.Of(steps, trees));
        if (faults.Count > 0) return Loaded<LoadedScenario>.From(null, faults);
        var changes = Changes(steps, plain.Value.Model.Years[0], trees, faults);
        if (faults.Count > 0) return Loaded<LoadedScenario>.From(null, faults);
        var read = ScenarioFile.Read(
            folder,
            seeds,
            overrides with
            {
                Changes = [.. overrides.Changes, .. changes],
                Claims = [.. overrides.Claims, .. AddedMeasure.Claims(steps)],
                Readings = Readings(overrides, steps),
            });
        read = Whole(read with { Diagnostics = [.. read.Diagnostics.Select(fault => Located(fault, steps))] }, seeds);
        if (!read.Succeeded) return read;
        var reformed = WithMoney(read.Value with { Reforms = [.. reforms.Select(reform => reform.File)] }, steps);
        return Loaded<LoadedScenario>.From(reformed.Value, [.. read.Diagnostics, .. reformed.Diagnostics]);
    }

    // What reading a whole measure of a scenario or reform finds was said before; this adds what only a look across it finds.
    private static Loaded<LoadedScenario> Whole(Loaded<LoadedScenario> read, string seeds)
    {
        var files = (read.Value?.Changes ?? []).Where(change => change.IsMeasure).Select(change => change.Value.Where.File).ToHashSet();
        if (files.Count == 0 || !read.Succeeded) return read;
        var trees = Trees(read.Value, seeds);
        var faults = AddedRuleCheck.Faults(
            seeds, read.Value.Model.Terms.Library.Documents.Select(document => (document, trees[document.Id])), files);
        return Loaded<LoadedScenario>.From(read.Value, [.. read.Diagnostics, .. faults.Except(read.Diagnostics)]);
    }

    /// <summary>The policy documents of a scenario as trees, with its own changes in them.</summary>
    internal static PolicyTrees Trees(LoadedScenario scenario, string seeds) =>
        PolicyTrees.Read(seeds, scenario.Model.Terms.Library.Documents.Select(document => document.Id)).With(scenario.Changes);

    private static List<PathChange> Changes(IReadOnlyList<ReformStep> steps, int firstYear, PolicyTrees trees, List<Diagnostic> faults)
    {
        var changes = new List<PathChange>();
        var added = AddedMeasure.Of(steps).ToHashSet<ReformStep>(ReferenceEqualityComparer.Instance);
        foreach (var step in steps)
        {
            PathChange[] made = step switch
            {
                ReformStep.Add add => added.Contains(add) ? [AddedMeasure.Change(add)] : [],
                ReformStep.Change change => [.. DatedChange.Expand(change, firstYear, trees, faults)],
                ReformStep.SwitchOff off =>
                    [new PathChange(off.Measure + "/when", new ScalarNode(off.Where, "false", ScalarForm.Plain), off.Where)],
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
        fault.Where.Line == 0 && steps.FirstOrDefault(step => step.Target == fault.Where.File) is { } step
            ? fault with { Where = step.Where }
            : fault;

    private static Loaded<LoadedScenario> WithMoney(LoadedScenario scenario, IReadOnlyList<ReformStep> steps)
    {
        var model = scenario.Model;
        var funds = model.Funds.ToList();
        var moneys = steps.OfType<ReformStep.Money>().ToList();
        foreach (var money in moneys)
        {
            foreach (var year in money.Of(model.Years))
            {
                funds.RemoveAll(known => known.Fund == money.Fund && (known.Year ?? year) == year);
                funds.Add(new FundMoney(money.Fund, year, money.Yuan));
            }
        }

        return Loaded<LoadedScenario>.From(
            scenario with { Model = model with { Funds = funds } },
            moneys.Select(money => MoneyCheck.Fault(money, model)).OfType<Diagnostic>());
    }
}
