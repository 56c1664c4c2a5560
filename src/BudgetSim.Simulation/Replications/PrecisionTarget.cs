// Which figure of a forecast must be how precise.
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Simulation.Replications;

/// <summary>
/// A quantile of the outlay of all clauses (<see cref="Total"/>), of one measure or of one fund, whose 95 % interval must be
/// narrow relative to it.
/// </summary>
public sealed record PrecisionTarget(string Of, double Probability, double RelativeWidth)
{
    /// <summary>The whole outlay.</summary>
    public const string Total = "total";

    private const double Confidence = 0.95;

    /// <summary>Whether the finished replications are enough; ask at checkpoints only.</summary>
    public bool IsMet(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var rule = new PrecisionRule(Probability, RelativeWidth, Confidence, RunControl.Checkpoint, int.MaxValue);
        return rule.IsMet(forecast.SumOf(forecast.Paid, Lines(forecast.Model)), forecast.InPairs);
    }

    /// <summary>Whether the model has what is watched.</summary>
    public bool IsKnownTo(ScenarioModel model) => Of == Total || Measures(model).Any();

    private IEnumerable<int> Lines(ScenarioModel model) =>
        Measures(model).SelectMany(measure => Enumerable.Range(measure * model.Years.Count, model.Years.Count));

    private IEnumerable<int> Measures(ScenarioModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var fund = model.Terms.FundIndex(Of);
        return Enumerable.Range(0, model.Terms.Measures.Count)
            .Where(measure => Of == Total || model.Terms.Measures[measure].Id == Of
                || (fund >= 0 && model.Terms.Measures[measure].Fund == fund));
    }
}
