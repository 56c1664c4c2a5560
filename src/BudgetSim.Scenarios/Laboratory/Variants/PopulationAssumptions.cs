// The assumptions about the enterprises of a population: the sizes and likelihoods of what they are, and their titles.
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Naming;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Paths of a population.</summary>
internal static class PopulationAssumptions
{
    /// <summary>The paths of the population at a place of the pool.</summary>
    public static IEnumerable<AssumptionPath> Of(ScenarioModel scenario, int at)
    {
        var population = scenario.Pool.Populations[at];
        return population.Attributes
            .Select((attribute, index) => OfAttribute(population, attribute, at, index, scenario.Terms.Library))
            .OfType<AssumptionPath>()
            .Concat(population.Titles is { } ladder ? TitleAssumptions.Of(
                population, ladder, (model, change) => With(model, at, own => own with { Titles = change(own.Titles!) })) : []);
    }

    private static AssumptionPath? OfAttribute(Population population, DrawnAttribute attribute, int at, int index, PolicyLibrary library) =>
        AttributeAssumption.Of(
            attribute,
            $"{AssumptionPath.PoolPrefix}{population.Name}/{attribute.Name}",
            PathNames.Joined(new Bilingual(population.Name, population.Name), AttributeNames.Of(library.Vocabulary, attribute.Name)),
            (model, change) => With(
                model, at, own => own with { Attributes = AssumptionPath.With(own.Attributes, index, change(own.Attributes[index])) }));

    private static ScenarioModel With(ScenarioModel model, int at, Func<Population, Population> change) =>
        model with
        {
            Pool = model.Pool with { Populations = AssumptionPath.With(model.Pool.Populations, at, change(model.Pool.Populations[at])) },
        };
}
