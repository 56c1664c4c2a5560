// Splits a fund over its clauses before the year starts, against the demand the replications showed.
using BudgetSim.Allocation.FundSplit;
using BudgetSim.Allocation.Optimization;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Splitting;

/// <summary>
/// The split of one fund in the first year: exact over all replications by sorting, and the solver's answer on a sample
/// of them beside the exact one on that sample (in yuan of expected shortfall).
/// </summary>
public sealed record FundSplitOutcome(SplitPlan Plan, IReadOnlyList<int> Measures, FundSplitProblem Problem, FundSplitAnswer Answer)
{
    /// <summary>How many replications the solver was given.</summary>
    public int SolverSample { get; init; }

    /// <summary>The solver's answer on the sample; null without a solver.</summary>
    public FundSplitAnswer? SolverAnswer { get; init; }

    /// <summary>The exact answer on the sample.</summary>
    public FundSplitAnswer? SampleAnswer { get; init; }
}

/// <summary>From a forecast and a plan to a split.</summary>
public static class SplitFund
{
    private const int SolverSample = 200;

    /// <summary>The split that leaves the least expected shortfall; faults where the plan does not fit the scenario.</summary>
    public static Loaded<FundSplitOutcome> From(LoadedScenario scenario, Forecast forecast, ILinearSolver? solver, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(forecast);
        var plan = scenario.Split!;
        var terms = forecast.Model.Terms;
        var where = Place.Of(scenario.Files[0]);
        var fund = terms.FundIndex(plan.Fund);
        var money = forecast.Model.Funds.FirstOrDefault(money => money.Fund == plan.Fund && (money.Year ?? forecast.Model.Years[0]) == forecast.Model.Years[0]);
        if (fund < 0 || money is null)
            return Fault(where, "BS311", $"the fund to split, '{plan.Fund}', has no appropriation in this scenario", NearestName.Hint(plan.Fund, terms.Funds.Select(known => known.Id)));
        var measures = Enumerable.Range(0, terms.Measures.Count).Where(measure => terms.Measures[measure].Fund == fund && forecast.Claims[forecast.Line(measure, 0)] > 0).ToList();
        var ids = measures.Select(measure => terms.Measures[measure].Id).ToList();
        var unknown = plan.Floors.Keys.Concat(plan.Ceilings.Keys).Where(id => !ids.Contains(id)).ToList();
        if (unknown.Count > 0) return Fault(where, "BS312", $"'{unknown[0]}' is no clause of {plan.Fund} with claims", NearestName.Hint(unknown[0], ids));
        var problem = Problem(plan, money.Yuan, ids, Demand(forecast, measures, forecast.Finished));
        var faults = FundSplitFaults.Of(problem, where);
        if (faults.Count > 0) return new Loaded<FundSplitOutcome>(null, faults);
        var outcome = new FundSplitOutcome(plan, measures, problem, FundSplitter.Solve(problem, solver: null, cancellation: stop));
        return new Loaded<FundSplitOutcome>(solver is null ? outcome : WithSolver(outcome, forecast, solver, stop), []);
    }

    private static FundSplitOutcome WithSolver(FundSplitOutcome outcome, Forecast forecast, ILinearSolver solver, CancellationToken stop)
    {
        var sample = Math.Min(SolverSample, forecast.Finished);
        var problem = outcome.Problem with { Demand = Demand(forecast, outcome.Measures, sample) };
        return outcome with
        {
            SolverSample = sample,
            SampleAnswer = FundSplitter.Solve(problem, solver: null, cancellation: stop),
            SolverAnswer = FundSplitter.BySolver(problem, solver, new SolverLimits(), stop),
        };
    }

    private static FundSplitProblem Problem(SplitPlan plan, long fund, List<string> ids, long[,] demand) =>
        new(fund, [.. ids.Select(id => new SplitClause(id, Yuan(plan.Floors, id) ?? 0, Yuan(plan.Ceilings, id) ?? fund))], demand);

    private static long? Yuan(IReadOnlyDictionary<string, Fraction> limits, string id) => limits.TryGetValue(id, out var yuan) ? (long)yuan.Floor() : null;

    // Replications spread evenly over those that were finished, [sample, clause].
    private static long[,] Demand(Forecast forecast, IReadOnlyList<int> measures, int samples)
    {
        var demand = new long[samples, measures.Count];
        for (var sample = 0; sample < samples; sample++)
        {
            var replication = (int)((long)sample * forecast.Finished / samples);
            for (var clause = 0; clause < measures.Count; clause++) demand[sample, clause] = forecast.Demand[forecast.Line(measures[clause], 0)][replication];
        }

        return demand;
    }

    private static Loaded<FundSplitOutcome> Fault(Place where, string code, string message, string hint) => new(null, [Diagnostic.Error(where, code, message, hint)]);
}
