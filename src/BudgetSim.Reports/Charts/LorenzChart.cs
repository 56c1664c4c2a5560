// Lorenz curve: how evenly the money is spread over the enterprises.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>The smallest <paramref name="Recipients"/> share of enterprises gets this share of the money.</summary>
public sealed record LorenzPoint(double Recipients, double Money);

/// <summary>One curve with its Gini coefficient, 0 (even) to 1.</summary>
public sealed record LorenzCurve(Text Name, IReadOnlyList<LorenzPoint> Points, double Gini)
{
    private const int MostPoints = 100;

    /// <summary>
    /// The curve of awards (at least 0, any order), thinned to about a hundred points; the coefficient is of all of them:
    /// twice the area between the curve and the diagonal. No award at all is an even spread.
    /// </summary>
    public static LorenzCurve FromAwards(Text name, IReadOnlyList<Money> awards)
    {
        var sorted = awards.Select(award => (double)award.Fen).Order().ToList();
        var total = sorted.Sum();
        if (total <= 0) return new LorenzCurve(name, [new(0, 0), new(1, 1)], 0);
        var (sum, area) = (0.0, 0.0);
        var points = new List<LorenzPoint> { new(0, 0) };
        var step = Math.Max(1, sorted.Count / MostPoints);
        for (var i = 0; i < sorted.Count; i++)
        {
            area += (sum + (sorted[i] / 2)) / total / sorted.Count;
            sum += sorted[i];
            if ((i + 1) % step == 0 || i + 1 == sorted.Count) points.Add(new((i + 1) / (double)sorted.Count, Math.Min(1, sum / total)));
        }

        return new LorenzCurve(name, points, 1 - (2 * area));
    }
}

/// <summary>One or several curves beside the diagonal.</summary>
public sealed record LorenzChart(string Id, Text Title, IReadOnlyList<LorenzCurve> Curves) : Chart(Id, Title)
{
    /// <inheritdoc/>
    public override string Kind => "lorenz";

    /// <inheritdoc/>
    public override MoneyUnit Unit => MoneyUnit.Yuan;

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table(
        [Name("series", "series"), Ratio("recipients", "recipients-share"), Ratio("money", "money-share"), Ratio("gini", "gini")],
        Curves.SelectMany(curve => curve.Points.Select(point => new[]
        {
            Cell.Of(curve.Name), Cell.Ratio(point.Recipients), Cell.Ratio(point.Money), Cell.Ratio(curve.Gini),
        })));

    internal override void Write(DrawingWriter to) => to.List("curves", Curves, curve =>
    {
        to.Name("name", curve.Name);
        to.Word("gini", $"{curve.Gini:0.000}");
        to.List("points", curve.Points, point =>
        {
            to.Share("x", point.Recipients);
            to.Share("y", point.Money);
        });
    });
}
