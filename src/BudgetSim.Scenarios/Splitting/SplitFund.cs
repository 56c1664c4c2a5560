// Splits a fund over its clauses before the year starts, against the demand the replications showed.
using BudgetSim.Allocation.FundSplit;
using BudgetSim.Allocation.Optimization;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Splitting;

/// <summary>
/// The split of one fund in the first year. Sorting finds the least mean shortfall over all replications; then the solver's answer on a
/// sample of them stands beside the exact one on that sample. Other aims are the solver's on its sample alone, and
/// <see cref="Problem"/> tells what its amounts come to over all replications.
/// </summary>
public sealed record FundSplitOutcome(SplitPlan Plan, IReadOnlyList<int> Measures, FundSplitProblem Problem, FundSplitAnswer Answer)
{
    /// <summary>How many replications the solver was given.</summary>
    public int SolverSample { get; init; }

    /// <summary>The solver's answer on the sample; null without a solver.</summary>
    public FundSplitAnswer? SolverAnswer { get; init; }

    /// <summary>The exact answer on the sample; null where only the solver can answer.</summary>
    public FundSplitAnswer? SampleAnswer { get; init; }
}

/// <summary>From a forecast and a plan to a split.</summary>
public static class SplitFund
{
    private const int SolverSample = 200;

    // Of 200 replications the worst twentieth would be ten.
    private const int SampleOfTails = 500;

    /// <summary>
    /// The best split by the plan's aim; null where the fund has no money in the first year, or, with a message, where the aim needs a
    /// solver.
    /// </summary>
    public static (FundSplitOutcome? Outcome, Diagnostic? Fault) From(
        LoadedScenario scenario, Forecast forecast, ILinearSolver? solver, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(forecast);
        var plan = scenario.Split!;
        var terms = forecast.Model.Terms;
        var fund = terms.FundIndex(plan.Fund);
        var money = forecast.Model.Funds
            .FirstOrDefault(money => money.Fund == plan.Fund && (money.Year ?? forecast.Model.Years[0]) == forecast.Model.Years[0]);
        if (money is null) return default;
        bool TakesPart(int measure) =>
            terms.Measures[measure].Fund == fund
                && (forecast.Claims[forecast.Line(measure, 0)] > 0 || plan.Floors.ContainsKey(terms.Measures[measure].Id));
        var measures = Enumerable.Range(0, terms.Measures.Count).Where(TakesPart).ToList();
        var problem = plan.Problem(
            money.Yuan, [.. measures.Select(measure => terms.Measures[measure].Id)], Demand(forecast, measures, forecast.Finished));
        if (problem.IsSeparable) return (BySorting(plan, measures, problem, forecast, solver, stop), null);
        return solver is null ? (null, NeedsSolver(plan)) : BySolver(plan, measures, problem, forecast, solver, stop);
    }

    private static FundSplitOutcome BySorting(
        SplitPlan plan, List<int> measures, FundSplitProblem problem, Forecast forecast, ILinearSolver? solver, CancellationToken stop)
    {
        var outcome = new FundSplitOutcome(plan, measures, problem, FundSplitter.Solve(problem, solver: null, cancellation: stop));
        if (solver is null) return outcome;
        var sampled = Sampled(problem, forecast, measures, SolverSample);
        return outcome with
        {
            SolverSample = sampled.Samples,
            SampleAnswer = FundSplitter.Solve(sampled, solver: null, cancellation: stop),
            SolverAnswer = FundSplitter.BySolver(sampled, solver, new SolverLimits(), stop),
        };
    }

    private static (FundSplitOutcome? Outcome, Diagnostic? Fault) BySolver(
        SplitPlan plan, List<int> measures, FundSplitProblem problem, Forecast forecast, ILinearSolver solver, CancellationToken stop)
    {
        var sampled = Sampled(problem, forecast, measures, SampleOfTails);
        var answer = FundSplitter.BySolver(sampled, solver, new SolverLimits(), stop);
        if (answer.Amounts.IsEmpty) return (null, NoAnswer(plan, answer));
        var overAll = answer with { Objective = SplitShortfall.Of(problem, answer.Amounts), Bound = 0 };
        return (new FundSplitOutcome(plan, measures, problem, overAll) { SolverSample = sampled.Samples, SolverAnswer = answer }, null);
    }

    private static FundSplitProblem Sampled(FundSplitProblem problem, Forecast forecast, List<int> measures, int most) =>
        problem with { Demand = Demand(forecast, measures, Math.Min(most, forecast.Finished)) };

    private static Diagnostic NeedsSolver(SplitPlan plan) =>
        Diagnostic.Warning(
            plan.Where,
            "BS314",
            "a split for the worst years or with transfers needs OR-Tools, and this run did without",
            "leave --prove out, or write aim: expected_shortfall without transfers");

    private static Diagnostic NoAnswer(SplitPlan plan, FundSplitAnswer answer) =>
        Diagnostic.Warning(
            plan.Where,
            "BS315",
            $"OR-Tools found no split: {answer.Message}",
            "look at the floors and ceilings, or write aim: expected_shortfall without transfers");

    // Replications spread evenly over those that were finished, [sample, clause].
    private static long[,] Demand(Forecast forecast, IReadOnlyList<int> measures, int samples)
    {
        var demand = new long[samples, measures.Count];
        for (var sample = 0; sample < samples; sample++)
        {
            var replication = (int)((long)sample * forecast.Finished / samples);
            for (var clause = 0; clause < measures.Count; clause++)
                demand[sample, clause] = forecast.Demand[forecast.Line(measures[clause], 0)][replication];
        }

        return demand;
    }
}
