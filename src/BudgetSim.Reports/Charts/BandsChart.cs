// Outlay bands: how uncertain the outlay of each clause is.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>The spread of one clause's outlay over the replications, P5 ≤ P50 ≤ P90 ≤ P95.</summary>
public sealed record Band(Text Name, Money P5, Money P50, Money P90, Money P95);

/// <summary>One band per clause, fund or payer; the picture shows the largest sixty, the table all.</summary>
public sealed record BandsChart(string Id, Text Title, IReadOnlyList<Band> Bands) : Chart(Id, Title)
{
    /// <summary>Rows a picture shows at most.</summary>
    public const int MostShown = 60;

    /// <inheritdoc/>
    public override string Kind => "bands";

    /// <inheritdoc/>
    public override MoneyUnit Unit => MoneyUnit.For(Bands.Select(band => band.P95));

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table(
        [Name("name", "clause"), Yuan("p5", "p5"), Yuan("p50", "p50"), Yuan("p90", "p90"), Yuan("p95", "p95")],
        Bands.Select(band => new[] { Cell.Of(band.Name), Cell.Of(band.P5), Cell.Of(band.P50), Cell.Of(band.P90), Cell.Of(band.P95) }));

    internal override void Write(DrawingWriter to)
    {
        var shown = Bands.OrderByDescending(band => band.P90).Take(MostShown);
        to.Flag("cut", Bands.Count > MostShown);
        to.List("bands", shown, band =>
        {
            to.RowName("name", band.Name);
            to.Amount("p5", band.P5);
            to.Amount("p50", band.P50);
            to.Amount("p90", band.P90);
            to.Amount("p95", band.P95);
        });
    }
}
