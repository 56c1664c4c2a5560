// One fund in one year of a run: its limit, what was claimed on it and what it paid.
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Whole yuan by replication: what the year's own claims ask, and what was paid in the year, whenever it was claimed.</summary>
public sealed record FundYear(string Id, int Year, long? Appropriation, long[] Demand, long[] Paid)
{
    /// <summary>Whether replications 2k and 2k+1 mirror each other.</summary>
    public bool InPairs { get; init; }

    /// <summary>What passes from year to year; null where nothing does.</summary>
    public CarriedYear? Carried { get; init; }

    /// <summary>
    /// How often and how far the money of the year is too small for its claims and those carried in; null without a limit.
    /// </summary>
    public Shortage? Shortage(double confidence) =>
        Appropriation is not { } limit
            ? null
            : Simulation.Statistics.Shortage
                .Of(CarriedYear.Due(Demand, Carried), CarriedYear.Covered(Demand, limit, Carried), confidence, InPairs);

    /// <summary>The fund's year, or null where it has no claim and pays nothing.</summary>
    public static FundYear? Of(Forecast forecast, string fund, int year)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var terms = forecast.Model.Terms;
        var index = terms.FundIndex(fund);
        var yearIndex = forecast.Model.Years.ToList().IndexOf(year);
        if (index < 0 || yearIndex < 0) return null;
        var lines = Enumerable.Range(0, terms.Measures.Count)
            .Where(measure => terms.Measures[measure].Fund == index && terms.Measures[measure].IsOutlay)
            .Select(measure => forecast.Line(measure, yearIndex))
            .Where(line => forecast.Claims[line] > 0 || forecast.Paid[line].AsSpan(0, forecast.Finished).ContainsAnyExcept(0))
            .ToList();
        if (lines.Count == 0) return null;
        return new FundYear(
            fund, year, LimitOf(forecast.Model, fund, year), forecast.SumOf(forecast.Demand, lines), forecast.SumOf(forecast.Paid, lines))
        {
            Carried = forecast.Carried(index, yearIndex),
            InPairs = forecast.InPairs,
        };
    }

    /// <summary>The appropriation of a fund for a year, or null.</summary>
    public static long? LimitOf(ScenarioModel model, string fund, int year)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Funds.FirstOrDefault(money => money.Fund == fund && (money.Year ?? year) == year)?.Yuan;
    }
}
