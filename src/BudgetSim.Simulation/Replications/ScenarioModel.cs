// Everything a simulation needs, checked and ready: rules, pool, years, funds, seed, number of replications.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Simulation.Replications;

/// <summary>A scenario as a value: the same model gives the same bits on any machine and any number of threads.</summary>
public sealed record ScenarioModel(LibraryTerms Terms, Pool Pool)
{
    // One object each, so that models without them are equal.
    private static readonly IReadOnlyDictionary<string, CarryOver> NothingCarried = new Dictionary<string, CarryOver>();
    private static readonly IReadOnlyDictionary<string, Distribution> NoRatios = new Dictionary<string, Distribution>();

    /// <summary>The file of the scenario, for faults that show while it runs.</summary>
    public Place Where { get; init; }

    /// <summary>The budget years, in order.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>What every draw is a function of, beside replication, subject and purpose.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The number of replications asked for, at least 1.</summary>
    public required int Replications { get; init; }

    /// <summary>Appropriations by fund and year, in whole yuan.</summary>
    public IReadOnlyList<FundMoney> Funds { get; init; } = [];

    /// <summary>What passes from one year to the next, by fund; a fund that is not in it carries nothing.</summary>
    public IReadOnlyDictionary<string, CarryOver> CarryOver { get; init => field = value.Count == 0 ? NothingCarried : value; } =
        NothingCarried;

    /// <summary>How the replications share the range of their random numbers.</summary>
    public FactorSampling Sampling { get; init; }

    /// <summary>
    /// The share of a ceiling that is paid, drawn once per replication: by measure id, or under the key <c>*</c> one draw for all
    /// others. A measure whose candidates have a share of their own keeps it.
    /// </summary>
    public IReadOnlyDictionary<string, Distribution> PayoutRatios { get; init => field = value.Count == 0 ? NoRatios : value; } = NoRatios;

    /// <summary>Decisions of the authority by vocabulary name, the same for every claim.</summary>
    public IReadOnlyDictionary<string, Value> Parameters { get; init; } = new Dictionary<string, Value>();

    /// <summary>Money for the extras of uplifts, by measure id or <c>*</c> for all.</summary>
    public IReadOnlyDictionary<string, Fraction> UpliftBudgets { get; init; } = new Dictionary<string, Fraction>();
}
