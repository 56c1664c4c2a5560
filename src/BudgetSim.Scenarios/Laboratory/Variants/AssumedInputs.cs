// Checks and lays assumptions of the scenario and parameters over a model.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Steps of the kind <see cref="ReformStep.Assumption"/>.</summary>
internal static class AssumedInputs
{
    /// <summary>What is wrong with a step; null if nothing is.</summary>
    public static Diagnostic? Fault(ScenarioModel model, ReformStep.Assumption step)
    {
        if (!step.Path.StartsWith(AssumptionPath.ParameterPrefix, StringComparison.Ordinal)) return AssumptionFault(model, step);
        var name = step.Path[AssumptionPath.ParameterPrefix.Length..];
        var vocabulary = model.Terms.Library.Vocabulary;
        if (vocabulary.Find(name) is { } attribute) return FactText.Parse(attribute, step.Text, step.Where).Fault;
        var known = model.Parameters.Keys.Concat(vocabulary.All.Where(each => each.IsParameter).Select(each => each.Name)).Distinct();
        return Diagnostic.Error(step.Where, "BS450", $"the vocabulary has no parameter '{name}'", NearestName.Hint(name, known));
    }

    private static Diagnostic? AssumptionFault(ScenarioModel model, ReformStep.Assumption step)
    {
        var paths = AssumptionPath.In(model);
        if (paths.FirstOrDefault(path => path.Path == step.Path) is not { } found)
            return UnknownPath(model, step, [.. paths.Select(path => path.Path)]);
        if (AssumptionPath.Quantile(step.Text) is not null)
            return found.Hold is null
                ? Diagnostic.Error(
                    step.Where,
                    "BS755",
                    $"{step.Path} is certain, so it has no {step.Text}",
                    "write 80% for a fifth less, 120% for a fifth more")
                : null;
        return AssumptionPath.Factor(step.Text) is null
            ? Diagnostic.Error(
                step.Where,
                "BS449",
                $"{step.Path} takes a factor above 0 of what the pool says, found '{step.Text}'",
                "write 80% for a fifth less, 120% for a fifth more")
            : null;
    }

    private static Diagnostic UnknownPath(ScenarioModel model, ReformStep.Assumption step, IReadOnlyList<string> paths)
    {
        if (step.Path.StartsWith(AssumptionPath.PayoutPrefix, StringComparison.Ordinal))
            return Diagnostic.Error(
                step.Where,
                "BS756",
                $"the scenario states no payout ratio of '{step.Path[AssumptionPath.PayoutPrefix.Length..]}'",
                NearestName.Hint(step.Path, paths));
        var parts = step.Path.Split('/');
        var groups = model.Pool.Cohorts.Select(cohort => cohort.Name)
            .Concat(model.Pool.Populations.Select(population => population.Name))
            .ToList();
        var isKnown = parts.Length > 1 && groups.Contains(parts[1]);
        var hint = isKnown ? NearestName.Hint(step.Path, paths) : NearestName.Hint(parts.ElementAtOrDefault(1) ?? "", groups);
        var own = paths
            .Where(path => path.StartsWith($"{AssumptionPath.PoolPrefix}{parts.ElementAtOrDefault(1)}/", StringComparison.Ordinal))
            .Select(path => path.Split('/', 3)[2]);
        if (hint.Length == 0) hint = "known there: " + Files.Trees.Shown.Names([.. isKnown ? own : groups]);
        return Diagnostic.Error(
            step.Where,
            "BS448",
            isKnown
                ? $"the pool's {parts[1]} has nothing called '{string.Join('/', parts[2..])}' that can be moved"
                : $"the pool has no cohort or population '{parts.ElementAtOrDefault(1)}'",
            hint);
    }

    /// <summary>The model with the steps (already checked) in it.</summary>
    public static ScenarioModel With(ScenarioModel model, IEnumerable<ReformStep.Assumption> steps)
    {
        foreach (var step in steps)
        {
            if (!step.Path.StartsWith(AssumptionPath.ParameterPrefix, StringComparison.Ordinal))
            {
                model = AssumptionPath.In(model).First(path => path.Path == step.Path).At(model, step.Text);
                continue;
            }

            var name = step.Path[AssumptionPath.ParameterPrefix.Length..];
            var value = FactText.Parse(model.Terms.Library.Vocabulary.Find(name)!, step.Text, step.Where).Value;
            model = model with { Parameters = new Dictionary<string, Policy.Expressions.Value>(model.Parameters) { [name] = value } };
        }

        return model;
    }
}
