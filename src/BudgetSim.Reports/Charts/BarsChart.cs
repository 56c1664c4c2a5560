// Bars: one row per clause, class, input or year with a figure per series, side by side or as parts of a whole.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>
/// One row: a figure per series (amounts, or shares from 0 to 1) and, beside the bars, an amount that tells how much is at stake.
/// </summary>
public sealed record BarRow(Text Name, IReadOnlyList<Cell> Figures, Money? Beside = null);

/// <summary>
/// Rows in the order given; a picture shows the first sixty, the table all. The figures are amounts of money or ratios, the same kind
/// throughout.
/// </summary>
public sealed record BarsChart(
    string Id, Text Title, Text Measured, IReadOnlyList<Text> Series, IReadOnlyList<BarRow> Rows) : Chart(Id, Title)
{
    /// <summary>Whether the figures of a row are parts of one whole and stand behind each other.</summary>
    public bool IsStacked { get; init; }

    /// <summary>What the amount beside a row is; empty where no row has one.</summary>
    public Text Beside { get; init; } = Text.Empty;

    /// <inheritdoc/>
    public override string Kind => "bars";

    /// <inheritdoc/>
    public override MoneyUnit Unit =>
        MoneyUnit.For(Rows.SelectMany(row => row.Figures).OfType<YuanCell>()
            .Select(cell => cell.Amount)
            .Concat(Rows.Select(row => row.Beside).OfType<Money>()));

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table(
        [
            Name("name", "item"),
            .. Series.Select((name, i) => new Column($"s{i + 1}", name, IsMoney ? ColumnKind.Yuan : ColumnKind.Ratio)),
            .. Beside == Text.Empty ? Array.Empty<Column>() : [new Column("beside", Beside, ColumnKind.Yuan)],
        ],
        Rows.Select(row => (IReadOnlyList<Cell>)[Cell.Of(row.Name), .. row.Figures, .. Beside == Text.Empty
            ? Array.Empty<Cell>()
            : [Optional(row.Beside)]]));

    internal override void Write(DrawingWriter to)
    {
        to.Full("measured", Measured);
        to.Flag("money", IsMoney);
        to.Flag("stacked", IsStacked);
        to.Flag("cut", Rows.Count > BandsChart.MostShown);
        to.Name("beside", Beside);
        to.List("series", Series, name => to.Name("name", name));
        to.List("rows", Rows.Take(BandsChart.MostShown), row =>
        {
            to.RowName("name", row.Name);
            to.Optional("beside", row.Beside);
            to.List("figures", row.Figures, figure => Figure(to, figure));
        });
    }

    private bool IsMoney => Rows.SelectMany(row => row.Figures).Any(figure => figure is YuanCell);

    private static void Figure(DrawingWriter to, Cell figure)
    {
        if (figure is YuanCell yuan) to.Amount("z", yuan.Amount);
        else if (figure is RatioCell ratio) to.Share("z", ratio.Value);
    }
}
