// Exceedance curve: how likely a fund pays more than any amount.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>The probability that the outlay is above an amount.</summary>
public sealed record ExceedancePoint(Money Amount, double Probability);

/// <summary>
/// Points by rising amount and falling probability; the appropriation with the probability of going above it, if the
/// fund has one.
/// </summary>
public sealed record ExceedanceChart(
    string Id, Text Title, IReadOnlyList<ExceedancePoint> Points, Money? Appropriation = null, double ShortageProbability = 0)
    : Chart(Id, Title)
{
    private const int MostPoints = 200;

    /// <inheritdoc/>
    public override string Kind => "exceedance";

    /// <inheritdoc/>
    public override MoneyUnit Unit => MoneyUnit.For(Points.Select(point => point.Amount).Append(Appropriation ?? Money.Zero));

    /// <summary>
    /// The curve of simulated outlays (any order), thinned to 200 points at equal steps of probability; the probability
    /// of a shortage is counted over all of them.
    /// </summary>
    public static ExceedanceChart FromOutlays(string id, Text title, IReadOnlyList<Money> outlays, Money? appropriation)
    {
        var sorted = outlays.Order().ToList();
        if (sorted.Count == 0) return new ExceedanceChart(id, title, [], appropriation);
        var steps = Math.Min(sorted.Count, MostPoints);
        var ranks = Enumerable.Range(0, steps).Select(step => steps == 1 ? 0 : (int)((long)step * (sorted.Count - 1) / (steps - 1)));
        var points = ranks
            .Select(rank => sorted[rank])
            .Distinct()
            .Select(amount => new ExceedancePoint(amount, Above(sorted, amount)))
            .ToList();
        return new ExceedanceChart(id, title, points, appropriation, appropriation is { } limit ? Above(sorted, limit) : 0);
    }

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table(
        [Yuan("amount", "amount"), Probability("probability", "exceedance")],
        Points.Select(point => new[] { Cell.Of(point.Amount), Cell.Probability(point.Probability) }));

    internal override void Write(DrawingWriter to)
    {
        to.List("points", Points, point =>
        {
            to.Amount("x", point.Amount);
            to.Share("y", point.Probability);
        });
        to.Optional("appropriation", Appropriation);
        to.Share("shortage", ShortageProbability);
    }

    // The list is sorted, so what is above an amount is everything after its last occurrence.
    private static double Above(List<Money> sorted, Money amount)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] > amount) high = middle;
            else low = middle + 1;
        }

        return (sorted.Count - low) / (double)sorted.Count;
    }
}
