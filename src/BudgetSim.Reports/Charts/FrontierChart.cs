// Frontier: what a little more money, or a little more risk, buys.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>Where an option stands against the others.</summary>
public enum FrontierStanding
{
    /// <summary>Nothing is better in both directions.</summary>
    Efficient,

    /// <summary>Another option is at least as good in both.</summary>
    Dominated,

    /// <summary>The option that is chosen or under discussion.</summary>
    Current,

    /// <summary>A setting of a parameter, which is not weighed against the others.</summary>
    Setting,
}

/// <summary>One option: money across, a probability or share upwards.</summary>
public sealed record FrontierPoint(Text Name, Money Amount, double Share, FrontierStanding Standing);

/// <summary>Options over two results; the efficient ones are joined.</summary>
public sealed record FrontierChart(string Id, Text Title, Text Across, Text Up, IReadOnlyList<FrontierPoint> Points) : Chart(Id, Title)
{
    /// <inheritdoc/>
    public override string Kind => "frontier";

    /// <inheritdoc/>
    public override MoneyUnit Unit => MoneyUnit.For(Points.Select(point => point.Amount));

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table(
        [
            Name("option", "option"),
            new("amount", Across, ColumnKind.Yuan),
            new("share", Up, ColumnKind.Ratio),
            Name("standing", "position"),
        ],
        Points.Select(point => new[] { Cell.Of(point.Name), Cell.Of(point.Amount), Cell.Ratio(point.Share), Cell.Of(Standing(point)) }));

    internal override void Write(DrawingWriter to)
    {
        to.Full("across", Across);
        to.Full("up", Up);
        to.List("points", Points.OrderBy(point => point.Amount), point =>
        {
            to.Name("name", point.Name);
            to.Amount("x", point.Amount);
            to.Share("y", point.Share);
            to.Word("standing", point.Standing.ToString().ToLowerInvariant());
        });
    }

    private static Text Standing(FrontierPoint point) => Wording.Of(point.Standing switch
    {
        FrontierStanding.Efficient => "efficient",
        FrontierStanding.Dominated => "dominated",
        FrontierStanding.Setting => "setting",
        _ => "chosen",
    });
}
