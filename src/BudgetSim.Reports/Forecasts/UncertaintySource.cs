// One uncertain input of a forecast and the share of the outlay's variance that it explains.
using System.Globalization;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Reports.Forecasts;

/// <summary>
/// A common factor or something about a measure; <paramref name="Share"/> is its first-order Sobol index, above 0 and at most 1.
/// </summary>
internal sealed record UncertaintySource(InputKind Input, string Id, double Share)
{
    private const int LeastPerBin = 50, MostBins = 50;

    private static readonly Dictionary<InputKind, Text> Kinds = new()
    {
        [InputKind.Factor] = new("共同因素", "common factor"),
        [InputKind.Count] = new("申报件数", "number of claims"),
        [InputKind.TakeUp] = new("申报率", "take-up"),
        [InputKind.Approval] = new("获批率", "approval"),
        [InputKind.Payout] = new("兑现比例", "payout ratio"),
        [InputKind.Amount] = new("每件平均金额", "mean amount per claim"),
    };

    /// <summary>What of it is uncertain.</summary>
    public Text Kind => Kinds[Input];

    /// <summary>
    /// The inputs that explain some of the variance, the largest first; null where there are too few replications to tell.
    /// </summary>
    public static IReadOnlyList<UncertaintySource>? From(Forecast forecast)
    {
        if (forecast.Finished < 4 * LeastPerBin) return null;
        var outlay = forecast.SumOf(forecast.Paid, Enumerable.Range(0, forecast.Paid.Length)).Select(yuan => (double)yuan).ToArray();
        var drivers = InputDrivers.Of(forecast);
        var shares = VarianceShares.Of(
            outlay,
            [.. drivers.Select((driver, index) => (index.ToString(CultureInfo.InvariantCulture), driver.Values))],
            Math.Min(MostBins, forecast.Finished / LeastPerBin));
        return [.. shares.Where(share => share.Share > 0)
            .Select(share => (share.Share, Driver: drivers[int.Parse(share.Driver, CultureInfo.InvariantCulture)]))
            .Select(share => new UncertaintySource(share.Driver.Kind, share.Driver.Id, share.Share))];
    }

    /// <summary>The input by the title of its measure: what of it, and whose.</summary>
    public Text Named(Forecast forecast) => Kind + new Text("：", ": ") + NameOf(forecast);

    /// <summary>The title of its measure or factor.</summary>
    public Text NameOf(Forecast forecast)
    {
        var title = Input == InputKind.Factor
            ? forecast.Model.Pool.FactorTitles.GetValueOrDefault(Id)
            : forecast.Model.Terms.Compiled.FirstOrDefault(compiled => compiled.Measure.Id == Id)?.Measure.Title;
        return title is null ? Text.Same(Id) : new Text(title.Zh, title.En);
    }
}
