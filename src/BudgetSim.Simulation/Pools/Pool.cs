// The pool of candidates as a scenario describes it: populations of enterprises and cohorts of projects, loans, products, events.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Simulation.Histories;

namespace BudgetSim.Simulation.Pools;

/// <summary>The whole pool. Factors are independent standard normals, drawn once per replication and year.</summary>
public sealed record Pool(IReadOnlyList<string> Factors, IReadOnlyList<Population> Populations, IReadOnlyList<Cohort> Cohorts)
{
    /// <summary>What people call the factors, by their names.</summary>
    public IReadOnlyDictionary<string, Bilingual> FactorTitles { get; init; } = new Dictionary<string, Bilingual>();

    /// <summary>How many enterprises, objects, groups and parks have numbers of their own, from 0, because rosters name them.</summary>
    public NamedObjects Named { get; init; } = new(0, 0, 0, 0);

    /// <summary>What the enterprises of the rosters were paid before the scenario; null: nothing is said.</summary>
    public EarlierPayments? Earlier { get; init; }
}
