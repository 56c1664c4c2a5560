// A backtest for machines.
using System.Text.Json.Nodes;
using BudgetSim.Scenarios.Laboratory.Backtests;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Cli.Laboratory;

/// <summary>The form <c>budgetsim-backtest-1</c>; amounts in yuan.</summary>
internal static class BacktestJson
{
    private static readonly double[] Quantiles = [0.05, 0.25, 0.5, 0.75, 0.95];

    public static JsonObject Of(Backtest backtest)
    {
        var score = BacktestScore.Of([.. backtest.OfMeasures]);
        return new JsonObject
        {
            ["form"] = "budgetsim-backtest-1",
            ["scenario"] = backtest.Plan.Scenario.Name,
            ["years"] = new JsonArray([.. backtest.Plan.Years.Select(year => (JsonNode)year)]),
            ["replications"] = backtest.Plan.Replications,
            ["cases"] = score.Cases,
            ["coverage_50"] = Share(score.Half),
            ["coverage_90"] = Share(score.Ninety),
            ["pinball"] = new JsonObject
            {
                ["model"] = score.Loss,
                ["last_year"] = score.LastYearLoss,
                ["mean_growth"] = score.MeanGrowthLoss,
            },
            ["calibration"] = new JsonArray([.. score.Calibration
                .Select(point => (JsonNode)new JsonObject { ["predicted"] = point.Predicted, ["observed"] = point.Observed.Value })]),
            ["points"] = new JsonArray([.. backtest.Points.Select(Point)]),
            ["new"] = new JsonArray([.. backtest.New
                .Select(one => (JsonNode)new JsonObject { ["measure"] = one.Measure, ["year"] = one.Year })]),
        };
    }

    private static JsonObject Share(Proportion share) =>
        new() { ["value"] = share.Value, ["low"] = share.Interval.Low, ["high"] = share.Interval.High };

    private static JsonNode Point(BacktestPoint point)
    {
        var json = new JsonObject
        {
            ["year"] = point.Year,
            ["measure"] = point.Measure,
            ["actual"] = point.Actual,
            ["last_year"] = point.LastYear,
            ["mean_growth"] = Math.Round(point.MeanGrowth),
        };
        foreach (var probability in Quantiles) json[$"p{probability * 100:0}"] = point.Quantile(probability);
        return json;
    }
}
