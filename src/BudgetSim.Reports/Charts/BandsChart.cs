// Outlay bands: how uncertain the outlay of each clause is.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>
/// The spread of one clause's outlay over the replications, P5 ≤ P50 ≤ P90 ≤ P95; <paramref name="Paid"/> is what was paid in the end,
/// where that is known.
/// </summary>
public sealed record Band(Text Name, Money P5, Money P50, Money P90, Money P95, Money? Paid = null);

/// <summary>One band per clause, fund or payer; the picture shows the largest sixty, the table all.</summary>
public sealed record BandsChart(string Id, Text Title, IReadOnlyList<Band> Bands) : Chart(Id, Title)
{
    /// <summary>Rows a picture shows at most.</summary>
    public const int MostShown = 60;

    /// <summary>Whether the bands have an order of their own, such as years, and keep it; else the largest stands first.</summary>
    public bool IsOrdered { get; init; }

    /// <inheritdoc/>
    public override string Kind => "bands";

    /// <inheritdoc/>
    public override MoneyUnit Unit => MoneyUnit.For(Bands.Select(band => Money.Max(band.P95, band.Paid ?? band.P95)));

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table(
        [
            Name("name", "clause"),
            Yuan("p5", "p5"),
            Yuan("p50", "p50"),
            Yuan("p90", "p90"),
            Yuan("p95", "p95"),
            .. HasPaid ? [Yuan("paid", "paid")] : Array.Empty<Column>(),
        ],
        Bands.Select(band => new[] { Cell.Of(band.Name), Cell.Of(band.P5), Cell.Of(band.P50), Cell.Of(band.P90), Cell.Of(band.P95) }
            .Concat(HasPaid ? [band.Paid is { } paid ? Cell.Of(paid) : Cell.Blank] : []).ToArray()));

    private bool HasPaid => Bands.Any(band => band.Paid is not null);

    internal override void Write(DrawingWriter to)
    {
        var shown = (IsOrdered ? Bands.AsEnumerable() : Bands.OrderByDescending(band => band.P90)).Take(MostShown);
        to.Flag("cut", Bands.Count > MostShown);
        to.List("bands", shown, band =>
        {
            to.RowName("name", band.Name);
            to.Amount("p5", band.P5);
            to.Amount("p50", band.P50);
            to.Amount("p90", band.P90);
            to.Amount("p95", band.P95);
            if (band.Paid is { } paid) to.Amount("paid", paid);
        });
    }
}
