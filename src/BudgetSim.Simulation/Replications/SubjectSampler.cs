// Draws the attributes of one subject of a population or cohort.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Replications;

/// <summary>The attributes of a group of subjects, each with its own stream purpose.</summary>
internal sealed class SubjectSampler(string group, IReadOnlyList<DrawnAttribute> attributes, Dependence? dependence = null)
{
    private readonly int[] _dependent = [.. attributes.Select(attribute => dependence?.Names.ToList().IndexOf(attribute.Name) ?? -1)];
    private readonly Purpose[] _purposes = [.. attributes.Select(attribute => Purpose.Named($"{group}/{attribute.Name}"))];
    private readonly AttributeDraw[] _draws = [.. attributes.Select(attribute => attribute.Draw)];
    private readonly double[] _multipliers = new double[attributes.Count];

    /// <summary>The names drawn, <c>[attribute]</c>.</summary>
    public IReadOnlyList<string> Names { get; } = [.. attributes.Select(attribute => attribute.Name)];

    /// <summary>Takes in the common factors of a year, which move every amount drawn in it.</summary>
    public void StartYear(ReadOnlySpan<double> factors)
    {
        for (var index = 0; index < _multipliers.Length; index++)
            _multipliers[index] = (attributes[index].Draw is AttributeDraw.Column column
                ? column.Otherwise
                : attributes[index].Draw) is AttributeDraw.Amount amount
                ? Multiplier(amount.Loading, factors)
                : 1;
    }

    /// <summary>
    /// Fills those of <paramref name="values"/> that are read, for one subject; ranks and derived values are left to whoever files the
    /// claims. <paramref name="row"/> is the subject's row of a roster.
    /// </summary>
    public void Draw(in SubjectStreams at, RosterRow? row, ReadOnlySpan<bool> isRead, Span<Value> values)
    {
        for (var index = 0; index < _purposes.Length; index++)
        {
            if (!isRead[index]) continue;
            var column = _draws[index] as AttributeDraw.Column;
            if (column is not null && row is not null && !row.Values[column.Index].IsNull) values[index] = row.Values[column.Index];
            else
                values[index] = Draw(
                    column is null ? _draws[index] : column.Otherwise,
                    StreamOf(at, index),
                    _dependent[index] < 0 ? null : Score(at, _dependent[index]),
                    _multipliers[index]);
        }
    }

    /// <summary>exp(loading x factor - loading^2 / 2), whose mean is 1.</summary>
    public static double Multiplier(FactorLoading? loading, ReadOnlySpan<double> factors) =>
        loading is null ? 1 : Elementary.Exp((loading.Loading * factors[loading.Factor]) - (0.5 * loading.Loading * loading.Loading));

    private RandomStream StreamOf(in SubjectStreams at, int index) =>
        RandomStream.For(at.SeedOf(attributes[index].Level), at.Replication, at.Subject, _purposes[index]);

    // The correlated score of one attribute needs the own scores of those before it.
    private double Score(in SubjectStreams at, int place)
    {
        Span<double> own = stackalloc double[place + 1];
        for (var before = 0; before <= place; before++) own[before] = StreamOf(at, Array.IndexOf(_dependent, before)).Normal(0);
        return dependence!.Copula.Correlated(place, own);
    }

    private static Value Draw(AttributeDraw? draw, RandomStream stream, double? score, double multiplier)
    {
        if (draw is AttributeDraw.Given given) return given.Value;
        var uniform = score is { } dependent
            ? Math.Clamp(NormalCurve.Cumulative(dependent), 1e-16, DrawCurves.BelowOne)
            : stream.Uniform(0);
        return draw switch
        {
            // correlated: yes counts as more
            AttributeDraw.Chance chance => Value.Of((score is null ? uniform : 1 - uniform) < chance.Probability),
            AttributeDraw.Choice choice => Pick(choice.Options, uniform),
            AttributeDraw.Amount amount => Round(amount.Distribution.Draw(uniform) * multiplier, amount.Type),
            _ => Value.Null,
        };
    }

    internal static Value Pick(IReadOnlyList<(Value Value, double Weight)> options, double uniform)
    {
        foreach (var (value, weight) in options)
        {
            if (uniform < weight) return value;
            uniform -= weight;
        }

        return options[^1].Value;
    }

    // Money to the yuan, counts and months to whole units, rates to 0.01 %.
    internal static Value Round(double number, AttributeType type)
    {
        const long ratesPerOne = 10_000;
        number = Math.Clamp(number, -AttributeDraw.Largest, AttributeDraw.Largest);
        return type is AttributeType.Share or AttributeType.Number
            ? Value.Of(Fraction.Of((long)Math.Round(number * ratesPerOne), ratesPerOne))
            : Value.Of((long)Math.Round(number));
    }
}
