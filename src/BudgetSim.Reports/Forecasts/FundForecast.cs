// One fund over the replications: what is claimed on it, what it pays, how often it is too small.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Reports.Forecasts;

/// <summary>
/// A fund in one year. Amounts in whole yuan per replication; the shortage is over the money of the year, absent
/// where the scenario gives the fund no limit. <see cref="Demand"/> is that of the year's own claims.
/// </summary>
public sealed record FundForecast(string Id, Text Name, int Year, long? Appropriation, long[] Demand, long[] Paid)
{
    private const double Confidence = 0.95;

    /// <summary>What the fund pays on average, a part of the mean outlay of the run.</summary>
    public Money PaidMean { get; init; }

    /// <summary>Whether replications 2k and 2k+1 mirror each other.</summary>
    public bool InPairs { get; init; }

    /// <summary>What passes from year to year; null where nothing does.</summary>
    public CarriedYear? Carried { get; init; }

    /// <summary>
    /// Probability, depth and ratio of the shortage of what is due (the year's claims and those carried in); null without a limit.
    /// </summary>
    public Shortage? Shortage =>
        Appropriation is null
            ? null
            : Simulation.Statistics.Shortage.Of(Due, CarriedYear.Covered(Demand, Appropriation.Value, Carried), Confidence, InPairs);

    /// <summary>The year's own claims and those carried in.</summary>
    public long[] Due => CarriedYear.Due(Demand, Carried);

    /// <summary>What was neither paid nor carried on, <c>[replication]</c>.</summary>
    public long[] Cut => [.. Due.Select((due, replication) => due - Paid[replication] - (Carried?.CarriedOut[replication] ?? 0))];

    /// <summary>Every fund and year with a claim, in the order of the documents.</summary>
    public static IReadOnlyList<FundForecast> From(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var terms = forecast.Model.Terms;
        var funds = new List<FundForecast>();
        for (var fund = 0; fund < terms.Funds.Count; fund++)
        {
            for (var year = 0; year < forecast.Model.Years.Count; year++) Add(forecast, fund, year, funds);
        }

        var means = AddingMeans.Of(forecast, [.. funds.Select(fund => fund.Paid.Sum())]);
        return [.. funds.Zip(means, (fund, mean) => fund with { PaidMean = mean })];
    }

    private static void Add(Forecast forecast, int fund, int yearIndex, List<FundForecast> funds)
    {
        var terms = forecast.Model.Terms;
        var lines = Enumerable.Range(0, terms.Measures.Count)
            .Where(measure => terms.Measures[measure].Fund == fund && terms.Measures[measure].IsOutlay)
            .Select(measure => forecast.Line(measure, yearIndex))
            .ToList();
        if (!lines.Exists(line => forecast.Claims[line] > 0 || forecast.Paid[line].AsSpan(0, forecast.Finished).ContainsAnyExcept(0)))
            return;
        var id = terms.Funds[fund].Id;
        var name = terms.Library.Funds[id].Name;
        var year = forecast.Model.Years[yearIndex];
        var limit = forecast.Model.Funds.FirstOrDefault(money => money.Fund == id && (money.Year ?? year) == year)?.Yuan;
        funds.Add(new FundForecast(
            id, new Text(name.Zh, name.En), year, limit, forecast.SumOf(forecast.Demand, lines), forecast.SumOf(forecast.Paid, lines))
        {
            Carried = forecast.Carried(fund, yearIndex),
            InPairs = forecast.InPairs,
        });
    }
}
