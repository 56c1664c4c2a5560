// The ways in which an attribute is drawn.
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Simulation.Distributions;

namespace BudgetSim.Simulation.Pools;

/// <summary>A closed list of ways to draw an attribute.</summary>
public abstract record AttributeDraw
{
    /// <summary>
    /// What is drawn lies within plus and minus this: a wide law under a strong factor has a tail that no number can hold.
    /// </summary>
    public const double Largest = 1e14;

    /// <summary>The same value for everyone.</summary>
    public sealed record Given(Value Value) : AttributeDraw;

    /// <summary>A number from a distribution, rounded to the step its type needs (yuan, whole units, 0.01 %).</summary>
    public sealed record Amount(Distribution Distribution, FactorLoading? Loading, AttributeType Type) : AttributeDraw;

    /// <summary>True with a probability from 0 to 1.</summary>
    public sealed record Chance(double Probability) : AttributeDraw;

    /// <summary>One of several values by weight; the weights sum to 1.</summary>
    public sealed record Choice(IReadOnlyList<(Value Value, double Weight)> Options) : AttributeDraw;

    /// <summary>
    /// The place among the claims of the year, from 1: in the order of filing, or by the attribute <paramref name="By"/>, the largest
    /// first.
    /// </summary>
    public sealed record Rank(string? By = null) : AttributeDraw;

    /// <summary>A column of the roster; where its cell is empty, drawn as <paramref name="Otherwise"/> says, or not known.</summary>
    public sealed record Column(int Index, AttributeDraw? Otherwise) : AttributeDraw;

    /// <summary>An expression over the attributes <paramref name="Reads"/>, <c>[slot]</c> of its frame.</summary>
    public sealed record Derived(string Text, IReadOnlyList<string> Reads, Bound Formula, AttributeType Type) : AttributeDraw;

    /// <summary>What belongs to the title of the subject's enterprise, <c>[rung]</c> of the ladder of its population.</summary>
    public sealed record Title(TitleMoment Moment, IReadOnlyList<Value> Values) : AttributeDraw;
}
