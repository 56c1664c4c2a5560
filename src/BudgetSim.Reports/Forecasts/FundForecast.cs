// One fund over the replications: what is claimed on it, what it pays, how often it is too small.
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Reports.Forecasts;

/// <summary>
/// A fund in one year. Amounts in whole yuan per replication; the shortage is over the year's appropriation, absent
/// where the scenario gives the fund no limit.
/// </summary>
public sealed record FundForecast(string Id, Text Name, int Year, long? Appropriation, long[] Demand, long[] Paid)
{
    private const double Confidence = 0.95;

    /// <summary>Probability, depth and ratio of the shortage; null without a limit.</summary>
    public Shortage? Shortage => Appropriation is null ? null : Simulation.Statistics.Shortage.Of(Demand, Limited, Confidence);

    private long[] Limited => [.. Demand.Select(demand => Math.Min(demand, Appropriation!.Value))];

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

        return funds;
    }

    private static void Add(Forecast forecast, int fund, int yearIndex, List<FundForecast> funds)
    {
        var terms = forecast.Model.Terms;
        var lines = Enumerable.Range(0, terms.Measures.Count)
            .Where(measure => terms.Measures[measure].Fund == fund && terms.Measures[measure].IsOutlay)
            .Select(measure => forecast.Line(measure, yearIndex))
            .Where(line => forecast.Claims[line] > 0)
            .ToList();
        if (lines.Count == 0) return;
        var id = terms.Funds[fund].Id;
        var name = terms.Library.Funds[id].Name;
        var year = forecast.Model.Years[yearIndex];
        var limit = forecast.Model.Funds.FirstOrDefault(money => money.Fund == id && (money.Year ?? year) == year)?.Yuan;
        funds.Add(new FundForecast(id, new Text(name.Zh, name.En), year, limit, forecast.SumOf(forecast.Demand, lines), forecast.SumOf(forecast.Paid, lines)));
    }
}
