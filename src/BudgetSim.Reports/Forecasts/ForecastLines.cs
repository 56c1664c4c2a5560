// The figures of one clause, from the forecast of a run.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Forecasts;

/// <summary>
/// One clause over all years of a run. Claims are means per replication; <see cref="CutProbability"/> is the share of
/// replications in which its fund cut it, <see cref="MeanRatio"/> the mean of paid over awarded.
/// </summary>
public sealed record ForecastLine(
    int Measure, string Id, Text Name, string Article, double Claims, double PaidClaims, double Undetermined, OutlayEstimate Outlay,
    double CutProbability, double MeanRatio)
{
    /// <summary>The lines of every clause that had a claim, in the order of the documents.</summary>
    public static IReadOnlyList<ForecastLine> From(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var measures = Enumerable.Range(0, forecast.Model.Terms.Measures.Count)
            .Where(measure => Sum(forecast, forecast.Claims, measure) > 0)
            .ToList();
        var means = AddingMeans.Of(forecast, [.. measures.Select(measure => forecast.PaidByMeasure(measure).Sum())]);
        var claims = AddingMeans.Counts(forecast, [.. measures.Select(measure => Sum(forecast, forecast.Claims, measure))]);
        return [.. measures.Select(measure => Line(forecast, measure))
            .Zip(means, claims)
            .Select(line => line.First with { Outlay = line.First.Outlay with { Mean = line.Second }, Claims = line.Third })];
    }

    /// <summary>The sum over years of a count kept per line.</summary>
    public static long Sum(Forecast forecast, long[] counts, int measure) =>
        Enumerable.Range(0, forecast.Model.Years.Count).Sum(year => counts[forecast.Line(measure, year)]);

    /// <summary>What a stage took off a clause over all years and replications, in yuan.</summary>
    public static long Deducted(Forecast forecast, int measure, DeductionStage stage) =>
        Enumerable.Range(0, forecast.Model.Years.Count).Sum(year => forecast.Deducted[forecast.Line(measure, year)][(int)stage]);

    private static ForecastLine Line(Forecast forecast, int measure)
    {
        var source = forecast.Model.Terms.Compiled[measure].Measure;
        var lines = Enumerable.Range(0, forecast.Model.Years.Count).Select(year => forecast.Line(measure, year)).ToList();
        var paid = forecast.SumOf(forecast.Paid, lines);
        var demand = forecast.SumOf(forecast.Demand, lines);
        var (cut, ratio) = (0, 0.0);
        for (var replication = 0; replication < paid.Length; replication++)
        {
            if (paid[replication] < demand[replication]) cut++;
            ratio += demand[replication] == 0 ? 1 : (double)paid[replication] / demand[replication];
        }

        double PerReplication(long[] counts) => (double)Sum(forecast, counts, measure) / forecast.Finished;
        return new ForecastLine(
            measure,
            source.Id,
            new Text(source.Title.Zh, source.Title.En),
            source.Article,
            PerReplication(forecast.Claims),
            PerReplication(forecast.PaidClaims),
            PerReplication(forecast.Undetermined),
            OutlayEstimate.FromYuan(paid, forecast.InPairs),
            (double)cut / paid.Length,
            ratio / paid.Length);
    }
}
