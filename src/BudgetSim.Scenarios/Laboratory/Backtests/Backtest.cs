// Forecasts past years from the years before them and compares with what was paid.
using BudgetSim.Simulation.Histories;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Scenarios.Laboratory.Backtests;

/// <summary>
/// One forecast and what came true, in yuan. <paramref name="Measure"/> is null for the sum of the measures of a year;
/// <paramref name="LastYear"/> and <paramref name="MeanGrowth"/> are the naive forecasts.
/// </summary>
public sealed record BacktestPoint(string? Measure, int Year, SortedSample Forecast, double Actual, double LastYear, double MeanGrowth)
{
    /// <summary>The amount not exceeded with this probability.</summary>
    public double Quantile(double probability) => Forecast.Quantile(probability);

    /// <summary>Whether the middle band of this probability covers what was paid.</summary>
    public bool Covers(double probability) => Band(probability).Covers(Actual);

    /// <summary>The middle band.</summary>
    public Interval Band(double probability) => new(Quantile(0.5 * (1 - probability)), Quantile(0.5 * (1 + probability)));
}

/// <summary>
/// All points, by year and measure, the sum of each year last; <paramref name="New"/> are measures and years without a forecast.
/// </summary>
public sealed record Backtest(
    BacktestPlan Plan, IReadOnlyList<BacktestPoint> Points, IReadOnlyList<(string Measure, int Year)> New, int Finished)
{
    /// <summary>The points of single measures.</summary>
    public IEnumerable<BacktestPoint> OfMeasures => Points.Where(point => point.Measure is not null);

    /// <summary>Runs the plan; a stop keeps the years that are finished.</summary>
    public static Backtest Run(BacktestPlan plan, int threads, IProgress<int>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.IsOfScenario) return OfScenario(plan, threads, progress, stop);
        var (points, unknown, done) = (new List<BacktestPoint>(), new List<(string, int)>(), 0);
        foreach (var year in plan.Years)
        {
            var before = plan.History.Until(year - 1);
            var forecast = RunReplications.Run(
                ModelOf(plan, before, year), threads, progress is null ? null : new Shifted(progress, done), stop);
            if (forecast.Finished == 0 || forecast.WasStopped) break;
            done += forecast.Finished;
            unknown.AddRange(plan.History.Payments.Where(payment => payment.Year == year && !before.Measures.Contains(payment.Measure))
                .Select(payment => (payment.Measure, year))
                .Distinct());
            points.AddRange(PointsOf(plan, before.Measures, before, forecast, year));
        }

        return new Backtest(plan, points, unknown, done);
    }

    // All years of the scenario at once, since funds and titles pass from one to the next; measures that it does not claim have no
    // forecast.
    private static Backtest OfScenario(BacktestPlan plan, int threads, IProgress<int>? progress, CancellationToken stop)
    {
        var forecast = RunReplications.Run(plan.Scenario.Model with { Replications = plan.Replications }, threads, progress, stop);
        if (forecast.Finished == 0 || forecast.WasStopped) return new Backtest(plan, [], [], forecast.Finished);
        var claimed = forecast.Model.Pool.Cohorts.SelectMany(cohort => cohort.Claims).Select(claim => claim.Measure).Distinct().ToList();
        var points = plan.Years.SelectMany(year => PointsOf(plan, claimed, plan.History.Until(year - 1), forecast, year)).ToList();
        var unknown = plan.History.Payments.Where(payment => plan.Years.Contains(payment.Year) && !claimed.Contains(payment.Measure))
            .Select(payment => (payment.Measure, payment.Year))
            .Distinct()
            .ToList();
        return new Backtest(plan, points, unknown, forecast.Finished);
    }

    // Only the fitted cohorts of the year; where the scenario has such a cohort, its factor and name are kept.
    private static ScenarioModel ModelOf(BacktestPlan plan, PaymentHistory before, int year)
    {
        var model = plan.Scenario.Model;
        var cohorts = before.Measures.Select(measure =>
        {
            var own = model.Pool.Cohorts.FirstOrDefault(cohort => cohort.Payments?.Measure == measure);
            var fit = FittedPayments.From(before, measure, own?.Payments!.Ceiling);
            var title = model.Terms.Library.Find(measure)!.Measure.Title;
            return new Cohort(
                $"backtest/{measure}",
                title,
                Population: null,
                new Simulation.Distributions.Fixed(1),
                own?.Loading,
                [],
                [new CohortClaim(measure, new Simulation.Distributions.Fixed(1), Basis.Assumption)],
                Basis.Assumption)
            {
                Payments = fit,
            };
        });
        return model with
        {
            Years = [year],
            Replications = plan.Replications,
            Pool = model.Pool with { Populations = [], Cohorts = [.. cohorts] },
            Funds = [.. model.Funds.Where(money => money.Year == year)],
        };
    }

    private static IEnumerable<BacktestPoint> PointsOf(
        BacktestPlan plan, IReadOnlyList<string> measures, PaymentHistory before, Forecast forecast, int year)
    {
        var yearIndex = forecast.Model.Years.ToList().IndexOf(year);
        foreach (var measure in measures)
        {
            var line = forecast.Line(forecast.Model.Terms.IndexOf(measure), yearIndex);
            yield return PointOf(
                measure, forecast.SumOf(forecast.Paid, [line]), past => plan.History.Total(measure, past).ToDouble(), before, year);
        }

        double Sum(int past) => measures.Sum(measure => plan.History.Total(measure, past).ToDouble());
        yield return PointOf(
            null,
            forecast.SumOf(forecast.Paid, measures.Select(measure => forecast.Line(forecast.Model.Terms.IndexOf(measure), yearIndex))),
            Sum,
            before,
            year);
    }

    private static BacktestPoint PointOf(string? measure, long[] paid, Func<int, double> total, PaymentHistory before, int year)
    {
        var past = Enumerable.Range(before.First, year - before.First).Select(total).SkipWhile(yuan => yuan == 0).ToList();
        var last = past.Count == 0 ? 0 : past[^1];
        var growth = past.Count < 2 || last == 0 ? 1 : Math.Pow(last / past[0], 1.0 / (past.Count - 1));
        return new BacktestPoint(measure, year, SortedSample.OfFen(paid), total(year), last, last * growth);
    }

    private sealed class Shifted(IProgress<int> progress, int before) : IProgress<int>
    {
        public void Report(int value) => progress.Report(before + value);
    }
}
