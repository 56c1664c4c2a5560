// Draws the attributes of one subject of a population or cohort.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Replications;

/// <summary>The attributes of a group of subjects, each with its own stream purpose.</summary>
internal sealed class SubjectSampler(string group, IReadOnlyList<DrawnAttribute> attributes)
{
    private readonly Purpose[] _purposes = [.. attributes.Select(attribute => Purpose.Named($"{group}/{attribute.Name}"))];
    private readonly AttributeDraw[] _draws = [.. attributes.Select(attribute => attribute.Draw)];
    private readonly double[] _multipliers = new double[attributes.Count];

    /// <summary>The names drawn, <c>[attribute]</c>.</summary>
    public IReadOnlyList<string> Names { get; } = [.. attributes.Select(attribute => attribute.Name)];

    /// <summary>Takes in the common factors of a year, which move every amount drawn in it.</summary>
    public void StartYear(ReadOnlySpan<double> factors)
    {
        for (var index = 0; index < _multipliers.Length; index++)
            _multipliers[index] = attributes[index].Draw is AttributeDraw.Amount amount ? Multiplier(amount.Loading, factors) : 1;
    }

    /// <summary>Fills those of <paramref name="values"/> that are read, for one subject; ranks are left to whoever files the claims.</summary>
    public void Draw(ulong seed, int replication, int subject, ReadOnlySpan<bool> isRead, Span<Value> values)
    {
        for (var index = 0; index < _purposes.Length; index++)
        {
            if (isRead[index]) values[index] = Draw(_draws[index], RandomStream.For(seed, replication, subject, _purposes[index]), _multipliers[index]);
        }
    }

    /// <summary>exp(loading x factor - loading^2 / 2), whose mean is 1.</summary>
    public static double Multiplier(FactorLoading? loading, ReadOnlySpan<double> factors) =>
        loading is null ? 1 : Elementary.Exp((loading.Loading * factors[loading.Factor]) - (0.5 * loading.Loading * loading.Loading));

    private static Value Draw(AttributeDraw draw, RandomStream stream, double multiplier) => draw switch
    {
        AttributeDraw.Given given => given.Value,
        AttributeDraw.Chance chance => Value.Of(stream.Happens(0, chance.Probability)),
        AttributeDraw.Choice choice => Pick(choice.Options, stream.Uniform(0)),
        AttributeDraw.Amount amount => Round(amount.Distribution.Sample(stream) * multiplier, amount.Type),
        _ => Value.Null,
    };

    private static Value Pick(IReadOnlyList<(Value Value, double Weight)> options, double uniform)
    {
        foreach (var (value, weight) in options)
        {
            if (uniform < weight) return value;
            uniform -= weight;
        }

        return options[^1].Value;
    }

    // Money to the yuan, counts and months to whole units, rates to 0.01 %.
    private static Value Round(double number, AttributeType type)
    {
        const long ratesPerOne = 10_000;
        return type is AttributeType.Share or AttributeType.Number
            ? Value.Of(Fraction.Of((long)Math.Round(number * ratesPerOne), ratesPerOne))
            : Value.Of((long)Math.Round(number));
    }
}
