// Everything a simulation needs, checked and ready: rules, pool, years, funds, seed, number of replications.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Simulation.Replications;

/// <summary>A scenario as a value: the same model gives the same bits on any machine and any number of threads.</summary>
public sealed record ScenarioModel(LibraryTerms Terms, Pool Pool)
{
    /// <summary>The budget years, in order.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>The number of replications asked for, at least 1.</summary>
    public required int Replications { get; init; }

    /// <summary>Appropriations by fund and year, in whole yuan.</summary>
    public IReadOnlyList<FundMoney> Funds { get; init; } = [];

    /// <summary>Decisions of the authority by vocabulary name, the same for every claim.</summary>
    public IReadOnlyDictionary<string, Value> Parameters { get; init; } = new Dictionary<string, Value>();

    /// <summary>Money for the extras of uplifts, by measure id or <c>*</c> for all.</summary>
    public IReadOnlyDictionary<string, Fraction> UpliftBudgets { get; init; } = new Dictionary<string, Fraction>();
}
