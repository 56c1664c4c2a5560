// A list of values with weights: what was seen, or what an expert wrote down.
namespace BudgetSim.Simulation.Distributions;

/// <summary>One of finitely many values.</summary>
public sealed record Empirical : Distribution
{
    private readonly double[] _values, _cumulative;

    /// <param name="entries">Values with weights (each above 0, any total); at least one.</param>
    public Empirical(IEnumerable<(double Value, double Weight)> entries)
    {
        var sorted = entries.OrderBy(entry => entry.Value).ToArray();
        if (sorted.Length == 0 || sorted.Any(entry => !(entry.Weight > 0)))
            throw new ArgumentException("values with weights above 0", nameof(entries));
        _values = Array.ConvertAll(sorted, entry => entry.Value);
        _cumulative = Array.ConvertAll(sorted, entry => entry.Weight);
        for (var i = 1; i < _cumulative.Length; i++) _cumulative[i] += _cumulative[i - 1];
        var total = _cumulative[^1];
        for (var i = 0; i < _cumulative.Length; i++) _cumulative[i] /= total;
        Mean = Moment(value => value);
        Variance = Moment(value => (value - Mean) * (value - Mean));
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance { get; }

    /// <inheritdoc/>
    public override double Quantile(double probability)
    {
        var place = Array.BinarySearch(_cumulative, probability);
        return _values[Math.Min(place < 0 ? ~place : place, _values.Length - 1)];
    }

    /// <inheritdoc/>
    public override double Cumulative(double value)
    {
        var place = Array.FindLastIndex(_values, known => known <= value);
        return place < 0 ? 0 : _cumulative[place];
    }

    /// <inheritdoc/>
    public bool Equals(Empirical? other) =>
        other is not null && _values.SequenceEqual(other._values) && _cumulative.SequenceEqual(other._cumulative);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_values.Length, Mean, Variance);

    private double Moment(Func<double, double> of)
    {
        var sum = 0.0;
        for (var i = 0; i < _values.Length; i++) sum += of(_values[i]) * (_cumulative[i] - (i == 0 ? 0 : _cumulative[i - 1]));
        return sum;
    }
}
