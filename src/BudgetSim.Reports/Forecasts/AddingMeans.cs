// Means that add up: those of clauses, funds, years and payers are parts of the mean of the whole run.
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Forecasts;

/// <summary>
/// Means rounded one by one miss their total by some fen, and whoever adds up a column of a sheet finds it. Here the mean outlay of the run
/// is split in proportion to what was paid over all replications, by largest remainder, so that every part lies within two fen of its own
/// mean.
/// </summary>
internal static class AddingMeans
{
    /// <summary>The mean outlay of a replication, all years and clauses together, to the fen.</summary>
    public static Money Total(Forecast forecast) =>
        OutlayEstimate.MeanOf(forecast.SumOf(forecast.Paid, Enumerable.Range(0, forecast.Paid.Length)));

    /// <summary>
    /// The parts of <see cref="Total"/> for <paramref name="paid"/>, the yuan of each part over all replications; they may leave some of
    /// the outlay out.
    /// </summary>
    public static Money[] Of(Forecast forecast, IReadOnlyList<long> paid)
    {
        var all = forecast.SumOf(forecast.Paid, Enumerable.Range(0, forecast.Paid.Length)).Sum();
        return Total(forecast).SplitBy([.. paid, all - paid.Sum()])[..^1];
    }

    /// <summary>Mean numbers per replication, to hundredths as they are shown, that add up to the mean of all.</summary>
    public static double[] Counts(Forecast forecast, IReadOnlyList<long> counted)
    {
        var hundredths = new Money((long)Math.Round(counted.Sum() * 100.0 / forecast.Finished, MidpointRounding.AwayFromZero));
        return [.. hundredths.SplitBy(counted).Select(part => part.Fen / 100.0)];
    }

    /// <summary>Each year of the run.</summary>
    public static Money[] Years(Forecast forecast)
    {
        var measures = forecast.Model.Terms.Measures.Count;
        return Of(
            forecast,
            [.. forecast.Model.Years.Select((_, year) => forecast
                .SumOf(forecast.Paid, Enumerable.Range(0, measures).Select(measure => forecast.Line(measure, year)))
                .Sum())]);
    }

    /// <summary>Each payer, and last what no payer is stated for: the sums of the columns of the estimation sheet.</summary>
    public static Money[] Payers(Forecast forecast, IReadOnlyList<ForecastLine> lines)
    {
        var parts = lines.Select(line => PayerParts(forecast, line)).ToList();
        return [.. Enumerable.Range(0, forecast.Model.Terms.Payers.Count + 1)
            .Select(payer => new Money(parts.Sum(part => part[payer].Fen)))];
    }

    /// <summary>The expected amount of a clause by payer, and last what no payer is stated for.</summary>
    public static Money[] PayerParts(Forecast forecast, ForecastLine line)
    {
        var weights = new long[forecast.Model.Terms.Payers.Count + 1];
        for (var year = 0; year < forecast.Model.Years.Count; year++)
        {
            var yearly = forecast.PayerParts[forecast.Line(line.Measure, year)];
            for (var payer = 0; payer < yearly.Length; payer++) weights[payer] += yearly[payer];
        }

        weights[^1] = Math.Max(0, (forecast.PaidByMeasure(line.Measure).Sum() * 100) - weights.Sum());
        return weights.Any(weight => weight > 0) ? line.Outlay.Mean.SplitBy(weights) : new Money[weights.Length];
    }
}
