// Waterfall: from what the rules give to what is paid, step by step, reconciled to the fen.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>One bar: a total that the steps so far must reach, or a change.</summary>
public sealed record WaterfallStep(Text Name, Money Amount, bool IsTotal)
{
    /// <summary>A total.</summary>
    public static WaterfallStep Total(Text name, Money amount) => new(name, amount, true);

    /// <summary>A change; a cut is negative.</summary>
    public static WaterfallStep Change(Text name, Money amount) => new(name, amount, false);
}

/// <summary>Steps that begin and end with a total; every total after the first equals the one before plus the changes between.</summary>
public sealed record WaterfallChart : Chart
{
    /// <summary>A waterfall.</summary>
    /// <exception cref="ArgumentException">It does not reconcile: a fault of the caller.</exception>
    public WaterfallChart(string id, Text title, IReadOnlyList<WaterfallStep> steps)
        : base(id, title)
    {
        if (steps.Count < 2 || !steps[0].IsTotal || !steps[^1].IsTotal)
            throw new ArgumentException($"waterfall {id} begins and ends with a total", nameof(steps));
        Steps = steps;
        Ends = Reconciled(id, steps);
    }

    /// <summary>At least two.</summary>
    public IReadOnlyList<WaterfallStep> Steps { get; }

    /// <summary>The running total after each step, [step].</summary>
    public IReadOnlyList<Money> Ends { get; }

    /// <inheritdoc/>
    public override string Kind => "waterfall";

    /// <inheritdoc/>
    public override MoneyUnit Unit => MoneyUnit.For(Ends);

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table(
        [Name("step", "step"), Yuan("change", "change"), Yuan("total", "running-total")],
        Steps.Zip(Ends, (step, end) => new[] { Cell.Of(step.Name), step.IsTotal ? Cell.Blank : Cell.Of(step.Amount), Cell.Of(end) }));

    internal override void Write(DrawingWriter to) => to.List("steps", Steps.Zip(Ends), pair =>
    {
        to.Name("name", pair.First.Name);
        to.Flag("total", pair.First.IsTotal);
        if (pair.First.IsTotal) to.Amount("amount", pair.First.Amount);
        else to.Signed("amount", pair.First.Amount);
        to.Amount("end", pair.Second);
    });

    private static List<Money> Reconciled(string id, IReadOnlyList<WaterfallStep> steps)
    {
        var ends = new List<Money> { steps[0].Amount };
        foreach (var step in steps.Skip(1))
        {
            var reached = step.IsTotal ? ends[^1] : ends[^1] + step.Amount;
            if (step.IsTotal && reached != step.Amount)
                throw new ArgumentException(
                    $"waterfall {id}: '{step.Name.En}' is {step.Amount}, the steps before it give {reached}", nameof(steps));
            ends.Add(reached);
        }

        return ends;
    }
}
