// Fan: how the spread of outlay widens over the years.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>One budget year: quantiles of the outlay and, where voted or planned, the appropriation.</summary>
public sealed record FanYear(int Year, Money P5, Money P25, Money P50, Money P75, Money P95, Money? Appropriation = null);

/// <summary>Years in rising order.</summary>
public sealed record FanChart(string Id, Text Title, IReadOnlyList<FanYear> Years) : Chart(Id, Title)
{
    /// <inheritdoc/>
    public override string Kind => "fan";

    /// <inheritdoc/>
    public override MoneyUnit Unit => MoneyUnit.For(Years.Select(year => Money.Max(year.P95, year.Appropriation ?? year.P95)));

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table(
        [
            Name("year", "year"), Yuan("p5", "p5"), Yuan("p25", "p25"), Yuan("p50", "p50"), Yuan("p75", "p75"),
            Yuan("p95", "p95"), Yuan("appropriation", "appropriation"),
        ],
        Years.Select(year => new[]
        {
            Cell.Of($"{year.Year}"), Cell.Of(year.P5), Cell.Of(year.P25), Cell.Of(year.P50), Cell.Of(year.P75),
            Cell.Of(year.P95), Optional(year.Appropriation),
        }));

    internal override void Write(DrawingWriter to) => to.List("years", Years, year =>
    {
        to.Word("year", $"{year.Year}");
        to.Amount("p5", year.P5);
        to.Amount("p25", year.P25);
        to.Amount("p50", year.P50);
        to.Amount("p75", year.P75);
        to.Amount("p95", year.P95);
        to.Optional("appropriation", year.Appropriation);
    });
}
