// Tornado: which parameter, assumption or reading moves the outlay most.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>What the result becomes when one factor takes its low and its high setting.</summary>
public sealed record TornadoBar(Text Factor, Text LowSetting, Money AtLow, Text HighSetting, Money AtHigh)
{
    /// <summary>The distance between the two results.</summary>
    public Money Swing => Money.Max(AtLow, AtHigh) - Money.Min(AtLow, AtHigh);
}

/// <summary>Bars around the baseline result; drawn with the widest swing first, at most forty.</summary>
public sealed record TornadoChart(string Id, Text Title, Text Measured, Money Baseline, IReadOnlyList<TornadoBar> Bars) : Chart(Id, Title)
{
    /// <summary>Rows a picture shows at most.</summary>
    public const int MostShown = 40;

    /// <inheritdoc/>
    public override string Kind => "tornado";

    /// <inheritdoc/>
    public override MoneyUnit Unit => MoneyUnit.For(Bars.SelectMany(bar => new[] { bar.AtLow, bar.AtHigh }).Append(Baseline));

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table(
        [
            Name("factor", "factor"), Name("low-setting", "low-setting"), Yuan("at-low", "low-outlay"),
            Name("high-setting", "high-setting"), Yuan("at-high", "high-outlay"), Yuan("swing", "swing"),
        ],
        Sorted().Select(bar => new[]
        {
            Cell.Of(bar.Factor), Cell.Of(bar.LowSetting), Cell.Of(bar.AtLow), Cell.Of(bar.HighSetting), Cell.Of(bar.AtHigh),
            Cell.Of(bar.Swing),
        }));

    internal override void Write(DrawingWriter to)
    {
        to.Full("measured", Measured);
        to.Amount("baseline", Baseline);
        to.Flag("cut", Bars.Count > MostShown);
        to.List("bars", Sorted().Take(MostShown), bar =>
        {
            to.RowName("factor", bar.Factor);
            to.Name("lowSetting", bar.LowSetting);
            to.Signed("low", bar.AtLow - Baseline);
            to.Name("highSetting", bar.HighSetting);
            to.Signed("high", bar.AtHigh - Baseline);
        });
    }

    private IEnumerable<TornadoBar> Sorted() => Bars.OrderByDescending(bar => bar.Swing);
}
