// Pairs the replications of two runs.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Scenarios.Laboratory.Comparisons;

/// <summary>Differences by clause, fund and payer; what only one side has counts as 0 on the other.</summary>
public static class ContrastFromForecasts
{
    private const double Confidence = 0.95;
    private const long FenPerYuan = 100;

    /// <summary>The whole outlay on both sides.</summary>
    public static AmountContrast Total(Forecast baseline, Forecast other) =>
        Pair("total", new Bilingual("合计", "Total"), InPairs(baseline, other), Fen(OutlayYuan(baseline)), Fen(OutlayYuan(other)));

    /// <summary>The outlay in whole yuan, <c>[replication]</c>.</summary>
    public static long[] OutlayYuan(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return forecast.SumOf(forecast.Paid, Enumerable.Range(0, forecast.Paid.Length));
    }

    /// <summary>Every clause that has a claim on either side.</summary>
    public static IReadOnlyList<AmountContrast> Clauses(Forecast baseline, Forecast other)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(other);
        var ids = baseline.Model.Terms.Compiled.Concat(other.Model.Terms.Compiled)
            .Select(measure => measure.Measure)
            .DistinctBy(measure => measure.Id);
        return [.. ids.Where(measure => HasClaims(baseline, measure.Id) || HasClaims(other, measure.Id))
            .Select(measure => Pair(
                measure.Id, measure.Title, InPairs(baseline, other), Fen(Paid(baseline, measure.Id)), Fen(Paid(other, measure.Id))))];
    }

    /// <summary>Every payer that pays on either side.</summary>
    public static IReadOnlyList<AmountContrast> Payers(Forecast baseline, Forecast other)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(other);
        var names = baseline.Model.Terms.Library.Documents.Concat(other.Model.Terms.Library.Documents)
            .SelectMany(document => document.Payers)
            .DistinctBy(payer => payer.Key)
            .ToDictionary(payer => payer.Key, payer => payer.Value);
        return [.. baseline.Model.Terms.Payers.Union(other.Model.Terms.Payers)
            .Select(payer => Pair(
                payer,
                names.GetValueOrDefault(payer) ?? new Bilingual(payer, payer),
                InPairs(baseline, other),
                PayerFen(baseline, payer),
                PayerFen(other, payer)))
            .Where(payer => payer.Baseline != 0 || payer.Other != 0)];
    }

    /// <summary>Every fund and year with a claim on either side.</summary>
    public static IReadOnlyList<FundContrast> Funds(Forecast baseline, Forecast other)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(other);
        var ids = baseline.Model.Terms.Funds.Select(fund => fund.Id).Union(other.Model.Terms.Funds.Select(fund => fund.Id));
        return [.. ids.SelectMany(id => baseline.Model.Years.Union(other.Model.Years).Select(year => Fund(id, year, baseline, other)))
            .OfType<FundContrast>()];
    }

    private static FundContrast? Fund(string id, int year, Forecast baseline, Forecast other)
    {
        var (before, after) = (FundYear.Of(baseline, id, year), FundYear.Of(other, id, year));
        if (before is null && after is null) return null;
        var source = (before is null ? other : baseline).Model.Terms.Library.Funds[id];
        var nothing = new long[Math.Min(baseline.Finished, other.Finished)];
        return new FundContrast(
            source.Name, year, before?.Appropriation, after?.Appropriation, before?.Shortage(Confidence), after?.Shortage(Confidence),
            Pair(id, source.Name, InPairs(baseline, other), Fen(before?.Paid ?? nothing), Fen(after?.Paid ?? nothing)));
    }

    private static AmountContrast Pair(string id, Bilingual name, bool inPairs, long[] baseline, long[] other)
    {
        var count = Math.Min(baseline.Length, other.Length);
        var before = baseline.AsSpan(0, count);
        var after = other.AsSpan(0, count);
        return new AmountContrast(
            id, name, Means.OfFen(before).Value, Means.OfFen(after).Value, PairedDifference.OfFen(before, after, Confidence, inPairs));
    }

    // Two replications of a side that are not a mirrored pair on the other are still one draw there: pairs are independent of each other on
    // both.
    private static bool InPairs(Forecast baseline, Forecast other) => baseline.InPairs || other.InPairs;

    private static int IndexOf(Forecast forecast, string measure) =>
        forecast.Model.Terms.Library.Find(measure) is null ? -1 : forecast.Model.Terms.IndexOf(measure);

    private static bool HasClaims(Forecast forecast, string measure)
    {
        var index = IndexOf(forecast, measure);
        return index >= 0 && Enumerable.Range(0, forecast.Model.Years.Count).Any(year => forecast.Claims[forecast.Line(index, year)] > 0);
    }

    private static long[] Paid(Forecast forecast, string measure)
    {
        var index = IndexOf(forecast, measure);
        return index < 0 ? new long[forecast.Finished] : forecast.PaidByMeasure(index);
    }

    private static long[] PayerFen(Forecast forecast, string payer) =>
        forecast.Model.Terms.Payers.Contains(payer)
            ? forecast.PayerFen[forecast.Model.Terms.PayerIndex(payer)][..forecast.Finished]
            : new long[forecast.Finished];

    private static long[] Fen(long[] yuan) => [.. yuan.Select(amount => amount * FenPerYuan)];
}
