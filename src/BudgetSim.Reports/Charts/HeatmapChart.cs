// Heat map: one result over two varied parameters.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>What the cells of a heat map are.</summary>
public enum HeatKind
{
    /// <summary>Amounts of money.</summary>
    Yuan,

    /// <summary>Probabilities or ratios.</summary>
    Share,

    /// <summary>Numbers of something, means of several runs.</summary>
    Count,
}

/// <summary>
/// A grid of results, [row][column]; a null is a combination that was not run. Amounts are given in yuan, shares as
/// numbers from 0 to 1, counts as they are.
/// </summary>
public sealed record HeatmapChart(
    string Id, Text Title, Text Measured, HeatKind Of, Text Across, IReadOnlyList<Text> Columns, Text Down, IReadOnlyList<Text> Rows,
    IReadOnlyList<IReadOnlyList<double?>> Values) : Chart(Id, Title)
{
    /// <inheritdoc/>
    public override string Kind => "heatmap";

    /// <inheritdoc/>
    public override MoneyUnit Unit =>
        Of == HeatKind.Yuan ? MoneyUnit.For(Values.SelectMany(row => row).OfType<double>().Select(Amount)) : MoneyUnit.Yuan;

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table(
        [
            new("down", Down, ColumnKind.Text),
            .. Columns.Select((name, i) => new Column(
                $"c{i + 1}",
                name,
                Of switch { HeatKind.Yuan => ColumnKind.Yuan, HeatKind.Count => ColumnKind.Count, _ => ColumnKind.Ratio })),
        ],
        Rows.Select((name, i) => new[] { Cell.Of(name) }.Concat(Values[i].Select(CellOf)).ToList()));

    internal override void Write(DrawingWriter to)
    {
        to.Full("measured", Measured);
        to.Flag("money", Of == HeatKind.Yuan);
        to.Full("across", Across);
        to.Full("down", Down);
        to.List("columns", Columns, name => to.Name("name", name));
        to.List("rows", Rows.Zip(Values), row =>
        {
            to.Name("name", row.First);
            to.List("cells", row.Second, value => Figure(to, value));
        });
    }

    private static Money Amount(double yuan) => new(checked((long)Math.Round(yuan * 100)));

    private Cell CellOf(double? value) => value switch
    {
        null => Cell.Missing(Wording.Of("no-value")),
        { } yuan when Of == HeatKind.Yuan => Cell.Of(Amount(yuan)),
        { } number when Of == HeatKind.Count => Cell.Count(number),
        { } share => Cell.Ratio(share),
    };

    private void Figure(DrawingWriter to, double? value)
    {
        if (value is not { } known) return;
        if (Of == HeatKind.Yuan) to.Amount("z", Amount(known));
        else if (Of == HeatKind.Count) to.Count("z", Math.Round(known, 2));
        else to.Share("z", known);
    }
}
