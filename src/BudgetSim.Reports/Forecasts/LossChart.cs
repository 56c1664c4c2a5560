// What each clause promises and what becomes of it: paid, or lost to which kind of rule.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Forecasts;

/// <summary>The waterfall of every clause by itself, as shares of its entitlement.</summary>
internal static class LossChart
{
    /// <summary>One row per clause, the largest entitlement first; shares are of sums over all replications.</summary>
    public static BarsChart From(Forecast forecast, IReadOnlyList<ForecastLine> lines, Text note)
    {
        var clauses = lines
            .Select(line => (line.Name,
                Gross: ForecastLine.Sum(forecast, forecast.Gross, line.Measure),
                Losses: Losses(forecast, line.Measure)))
            .Where(clause => clause.Gross > 0)
            .OrderByDescending(clause => clause.Gross)
            .ToList();
        var steps = Enumerable.Range(0, DeductionSteps.All.Count).Where(step => clauses.Any(clause => clause.Losses[step] != 0)).ToList();
        return new BarsChart(
            "clause-losses",
            new Text("每个条款的应得金额去了哪里", "What becomes of each clause's entitlement"),
            new Text("占应得金额", "Share of the entitlement"),
            [new Text("兑现", "Paid"), .. steps.Select(step => DeductionSteps.All[step].Name)],
            [.. clauses.Select(clause => new BarRow(
                clause.Name,
                [
                    Cell.Ratio((clause.Gross - clause.Losses.Sum()) / (double)clause.Gross),
                    .. steps.Select(step => Cell.Ratio(clause.Losses[step] / (double)clause.Gross)),
                ],
                Money.FromYuan(clause.Gross / forecast.Finished)))])
        { IsStacked = true, Beside = new Text("应得", "Entitlement"), Note = note };
    }

    private static long[] Losses(Forecast forecast, int measure) =>
        [.. DeductionSteps.All.Select(step => step.Stages.Sum(stage => ForecastLine.Deducted(forecast, measure, stage)))];
}
