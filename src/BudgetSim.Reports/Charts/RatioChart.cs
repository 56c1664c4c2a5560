// Distribution of the pro-rata ratio: how often the fund pays in full, and how deep the cut is otherwise.
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>A range of the ratio and the share of the replications in it; <paramref name="IsFull"/> marks payment in full.</summary>
public sealed record RatioBin(Text Name, double Share, bool IsFull);

/// <summary>Ranges in rising order; shares sum to 1, or there is none.</summary>
public sealed record RatioChart(string Id, Text Title, IReadOnlyList<RatioBin> Bins) : Chart(Id, Title)
{
    /// <inheritdoc/>
    public override string Kind => "ratio";

    /// <inheritdoc/>
    public override MoneyUnit Unit => MoneyUnit.Yuan;

    /// <summary>
    /// The ranges of simulated ratios (available ÷ claimed; infinite where nothing is claimed), each
    /// <paramref name="widthInPercent"/> wide below 100 %; everything from 1 up is paid in full. Empty ranges below the
    /// lowest ratio are left out.
    /// </summary>
    public static RatioChart FromRatios(string id, Text title, IReadOnlyList<double> ratios, int widthInPercent = 5)
    {
        if (ratios.Count == 0) return new RatioChart(id, title, []);
        var full = ratios.Count(ratio => ratio >= 1);
        var lowest = (int)Math.Floor(Math.Clamp(ratios.Min(), 0, 0.999999) * 100 / widthInPercent);
        var bins = Enumerable.Range(lowest, (100 / widthInPercent) - lowest).Select(i =>
        {
            var (from, to) = (i * widthInPercent, (i + 1) * widthInPercent);
            var inside = ratios.Count(ratio => ratio >= from / 100.0 && ratio < to / 100.0);
            return new RatioBin(Text.Same($"{from}–{to}%"), inside / (double)ratios.Count, false);
        });
        var all = bins.Append(new RatioBin(new Text("足额 100%", "In full"), full / (double)ratios.Count, true));
        return new RatioChart(id, title, full == ratios.Count ? [all.Last()] : all.ToList());
    }

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table(
        [Name("range", "bin"), Probability("share", "share-of-runs")],
        Bins.Select(bin => new[] { Cell.Of(bin.Name), Cell.Probability(bin.Share) }));

    internal override void Write(DrawingWriter to) => to.List("bins", Bins, bin =>
    {
        to.Name("name", bin.Name);
        to.Share("share", bin.Share);
        to.Flag("full", bin.IsFull);
    });
}
