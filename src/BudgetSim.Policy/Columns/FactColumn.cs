// One attribute of many subjects, as whole numbers held in doubles.
namespace BudgetSim.Policy.Columns;

/// <summary>
/// The values <c>[subject]</c> of one attribute; they are looked through once, so that the shape is a fact and not a promise.
/// </summary>
public sealed class FactColumn
{
    /// <summary>Whole numbers below this are exact in a double, and so are their sums and products below it: 2^53.</summary>
    public const long ExactLimit = 1L << 53;

    private FactColumn(ColumnShape shape, double[] values)
    {
        Shape = shape;
        Values = values;
    }

    /// <summary>The attribute, the scale and the range that the values really have.</summary>
    public ColumnShape Shape { get; }

    /// <summary>The number of subjects.</summary>
    public int Count => Values.Length;

    /// <summary>The number of one subject; NaN if not known.</summary>
    public double this[int subject] => Values[subject];

    internal double[] Values { get; }

    /// <summary>
    /// Takes over <paramref name="values"/> (they must not change afterwards).
    /// <paramref name="unitsPerOne"/> is what one counts as: 100 for money in fen.
    /// </summary>
    /// <exception cref="ArgumentException">A value is neither NaN nor a whole number below 2^53 in size.</exception>
    public static FactColumn Of(string attribute, double[] values, long unitsPerOne = 1)
    {
        ArgumentNullException.ThrowIfNull(values);
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        var hasGaps = false;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
            {
                hasGaps = true;
                continue;
            }

            if (Math.Floor(value) != value || Math.Abs(value) >= ExactLimit)
                throw new ArgumentException($"'{attribute}': {value:R} is not a whole number below 2^53", nameof(values));
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        var isEmpty = least > most;
        return new FactColumn(
            new ColumnShape(attribute, unitsPerOne, isEmpty ? 0 : (long)least, isEmpty ? 0 : (long)most, hasGaps), values);
    }
}
