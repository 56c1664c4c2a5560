// Convergence: how an estimate and its interval settle as replications are added.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>An estimate from the first <paramref name="Replications"/> with its 95 % interval, Low ≤ Value ≤ High.</summary>
public sealed record ConvergencePoint(int Replications, Money Value, Money Low, Money High);

/// <summary>One estimate, such as the P90 of the outlay, by rising number of replications.</summary>
public sealed record ConvergenceLine(Text Name, IReadOnlyList<ConvergencePoint> Points);

/// <summary>One or two estimates over the same numbers of replications.</summary>
public sealed record ConvergenceChart(string Id, Text Title, IReadOnlyList<ConvergenceLine> Lines) : Chart(Id, Title)
{
    /// <inheritdoc/>
    public override string Kind => "convergence";

    /// <inheritdoc/>
    public override MoneyUnit Unit => MoneyUnit.For(Lines.SelectMany(line => line.Points).Select(point => point.High));

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table(
        [
            Name("series", "series"),
            new("replications", Wording.Of("replications"), ColumnKind.Count),
            Yuan("value", "value"),
            Yuan("low", "interval-low"),
            Yuan("high", "interval-high"),
        ],
        Lines.SelectMany(line => line.Points
            .Select(point => new[]
            {
                Cell.Of(line.Name),
                Cell.Count(point.Replications),
                Cell.Of(point.Value),
                Cell.Of(point.Low),
                Cell.Of(point.High),
            })));

    internal override void Write(DrawingWriter to) => to.List("lines", Lines, line =>
    {
        to.Name("name", line.Name);
        to.List("points", line.Points, point =>
        {
            to.Count("n", point.Replications);
            to.Amount("value", point.Value);
            to.Amount("low", point.Low);
            to.Amount("high", point.High);
        });
    });
}
