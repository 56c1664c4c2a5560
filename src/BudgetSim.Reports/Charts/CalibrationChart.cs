// Calibration: whether what was forecast at p % came true p % of the time.
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>A predicted probability, how often it came true, its 95 % interval and the number of cases behind it.</summary>
public sealed record CalibrationPoint(double Predicted, double Observed, double Low, double High, int Cases);

/// <summary>Points beside the diagonal of perfect calibration, by rising prediction.</summary>
public sealed record CalibrationChart(string Id, Text Title, IReadOnlyList<CalibrationPoint> Points) : Chart(Id, Title)
{
    /// <inheritdoc/>
    public override string Kind => "calibration";

    /// <inheritdoc/>
    public override MoneyUnit Unit => MoneyUnit.Yuan;

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table(
        [
            Probability("predicted", "predicted"), Probability("observed", "observed"), Probability("low", "interval-low"),
            Probability("high", "interval-high"), new("cases", Wording.Of("cases"), ColumnKind.Count),
        ],
        Points.Select(point => new[]
        {
            Cell.Probability(point.Predicted), Cell.Probability(point.Observed), Cell.Probability(point.Low),
            Cell.Probability(point.High), Cell.Count(point.Cases),
        }));

    internal override void Write(DrawingWriter to) => to.List("points", Points, point =>
    {
        to.Share("x", point.Predicted);
        to.Share("y", point.Observed);
        to.Share("low", point.Low);
        to.Share("high", point.High);
        to.Count("cases", point.Cases);
    });
}
