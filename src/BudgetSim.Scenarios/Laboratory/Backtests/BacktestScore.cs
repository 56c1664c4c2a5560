// How good the forecasts of a backtest were: coverage, pinball loss, calibration.
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Scenarios.Laboratory.Backtests;

/// <summary>A predicted probability and the share of cases in which no more than its quantile was paid, with the 95 % interval.</summary>
public sealed record Calibration(double Predicted, Proportion Observed, int Cases);

/// <summary>
/// Scores over the points of single measures. Losses are the mean pinball loss in yuan over the quantiles 5, 25, 50, 75 and 95 %; a naive
/// forecast says the same amount for each of them.
/// </summary>
public sealed record BacktestScore(
    Proportion Half,
    Proportion Ninety,
    double Loss,
    double LastYearLoss,
    double MeanGrowthLoss,
    int Cases,
    IReadOnlyList<Calibration> Calibration)
{
    private const double Confidence = 0.95;
    private static readonly double[] Quantiles = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>The scores of a backtest with at least one point.</summary>
    public static BacktestScore Of(IReadOnlyList<BacktestPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return new BacktestScore(
            Coverage(points, 0.5),
            Coverage(points, 0.9),
            Mean(points, (point, probability) => point.Quantile(probability)),
            Mean(points, (point, _) => point.LastYear),
            Mean(points, (point, _) => point.MeanGrowth),
            points.Count,
            [.. Enumerable.Range(1, 9).Select(tenth => CalibrationAt(points, tenth / 10.0))]);
    }

    private static Proportion Coverage(IReadOnlyList<BacktestPoint> points, double probability) =>
        ForecastScore.Coverage([.. points.Select(point => (point.Band(probability), point.Actual))], Confidence);

    private static double Mean(IReadOnlyList<BacktestPoint> points, Func<BacktestPoint, double, double> forecast) =>
        points.Average(point => Quantiles.Average(probability => ForecastScore.Pinball(
            probability, forecast(point, probability), point.Actual)));

    private static Calibration CalibrationAt(IReadOnlyList<BacktestPoint> points, double probability) =>
        new(
            probability,
            Proportion.Of(points.Count(point => point.Actual <= point.Quantile(probability)), points.Count, Confidence),
            points.Count);
}
