// Paired difference: what a reform changes, clause by clause, on the same draws.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>The mean of reform less baseline with its 95 % confidence interval, Low ≤ Mean ≤ High.</summary>
public sealed record Difference(Text Name, Money Mean, Money Low, Money High);

/// <summary>Differences as dots with whiskers around zero, the largest change first, at most sixty drawn.</summary>
public sealed record DifferenceChart(string Id, Text Title, IReadOnlyList<Difference> Differences) : Chart(Id, Title)
{
    /// <inheritdoc/>
    public override string Kind => "difference";

    /// <inheritdoc/>
    public override MoneyUnit Unit => MoneyUnit.For(Differences.SelectMany(row => new[] { row.Low, row.High }));

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table(
        [Name("name", "clause"), Yuan("difference", "difference"), Yuan("low", "interval-low"), Yuan("high", "interval-high")],
        Differences.Select(row => new[] { Cell.Of(row.Name), Cell.Of(row.Mean), Cell.Of(row.Low), Cell.Of(row.High) }));

    internal override void Write(DrawingWriter to)
    {
        var shown = Differences.OrderByDescending(row => Money.Max(row.Mean, -row.Mean)).Take(BandsChart.MostShown);
        to.Flag("cut", Differences.Count > BandsChart.MostShown);
        to.List("rows", shown, row =>
        {
            to.RowName("name", row.Name);
            to.Signed("mean", row.Mean);
            to.Signed("low", row.Low);
            to.Signed("high", row.High);
        });
    }
}
