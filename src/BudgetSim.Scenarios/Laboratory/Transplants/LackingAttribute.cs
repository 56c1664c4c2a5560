// What the rules of a scenario ask of its pool and the pool does not say: the list that a transplant of rules must show.
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Naming;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Replications;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Scenarios.Laboratory.Transplants;

/// <summary>
/// An attribute that measures read of a cohort which does not state it, and the value that holds instead (null: not known); measures and
/// cohorts by their names in files.
/// </summary>
public sealed record LackingAttribute(Attribute Attribute, IReadOnlyList<string> Measures, IReadOnlyList<string> Cohorts)
{
    /// <summary>The name that files use.</summary>
    public string Name => Attribute.Name;

    /// <summary>What people call it.</summary>
    public Bilingual Label => AttributeNames.Of(Attribute);

    /// <summary>What holds instead.</summary>
    public Value Assumed => Attribute.Default;

    /// <summary>The measures by their titles.</summary>
    public required IReadOnlyList<Bilingual> MeasureTitles { get; init; }

    /// <summary>The cohorts by their titles.</summary>
    public required IReadOnlyList<Bilingual> CohortTitles { get; init; }

    /// <summary>
    /// Every such attribute, in the order of the pool. Facts of history, dates of claims and decisions of the authority are
    /// not the pool's to state.
    /// </summary>
    public static IReadOnlyList<LackingAttribute> In(ScenarioModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var lacks = model.Pool.Cohorts.SelectMany(cohort => cohort.Claims.SelectMany(claim => Of(model, cohort, claim.Measure)));
        return [.. lacks.GroupBy(lack => lack.Name).Select(group => Joined(model, group.Key, [.. group]))];
    }

    private static LackingAttribute Joined(
        ScenarioModel model, string name, IReadOnlyList<(string Name, string Measure, string Cohort)> lacks)
    {
        string[] measures = [.. lacks.Select(lack => lack.Measure).Distinct()], cohorts = [.. lacks.Select(lack => lack.Cohort).Distinct()];
        return new LackingAttribute(model.Terms.Library.Vocabulary.Find(name)!, measures, cohorts)
        {
            MeasureTitles = [.. measures.Select(id => model.Terms.Library.Find(id)!.Measure.Title)],
            CohortTitles = [.. cohorts.Select(cohort => model.Pool.Cohorts.First(each => each.Name == cohort).Title)],
        };
    }

    private static IEnumerable<(string Name, string Measure, string Cohort)> Of(ScenarioModel model, Cohort cohort, string id)
    {
        if (cohort.Payments is not null) return []; // past payments stand for the formula
        var measure = model.Terms.Library.Find(id)!.Measure;
        var population = model.Pool.Populations.FirstOrDefault(population => population.Name == cohort.Population);
        var stated = cohort.Attributes.Concat(population?.Attributes ?? []).Select(attribute => attribute.Name).ToHashSet();
        return Expressions(measure).SelectMany(ExpressionNames.In).Distinct()
            .Where(name => !stated.Contains(name) && !measure.Figures.ContainsKey(name) && !model.Parameters.ContainsKey(name)
                && name != measure.Validity.DateAttribute)
            .Where(name => model.Terms.Library.Vocabulary.Find(name) is { IsParameter: false })
            .Select(name => (name, id, cohort.Name));
    }

    private static IEnumerable<Expression> Expressions(Measure measure) =>
        new[] { measure.When, measure.Formula.Lower(), measure.Minimum, measure.Quota?.Count, measure.Uplift?.Factor, measure.Uplift?.When }
            .Concat(measure.Caps.Select(cap => cap.Amount))
            .Concat(measure.PrincipalCaps.Select(cap => cap.Amount))
            .Concat(measure.Payers.SelectMany(payer => new[] { payer.Share, payer.When }))
            .OfType<Expression>();
}
