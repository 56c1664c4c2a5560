// Public money, exact to the fen.
using System.Globalization;

namespace BudgetSim.Core.Quantities;

/// <summary>
/// An amount of money in whole fen (1 yuan = 100 fen), from about -92 to +92 quadrillion yuan.
/// Sums and differences are checked: an overflow throws. There is no division; see <see cref="SplitBy"/>.
/// </summary>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <summary>The whole yuan in this amount, rounded towards zero.</summary>
    public long WholeYuan => Fen / 100;

    /// <summary>The amount in yuan, exact.</summary>
    public Fraction Yuan => Fraction.Of(Fen, 100);

    /// <summary>An amount of whole yuan.</summary>
    public static Money FromYuan(long yuan) => new(checked(yuan * 100));

    /// <summary>Rounds down to the whole yuan: the rule where a text states no rounding.</summary>
    public static Money FloorToYuan(Fraction yuan) => FromYuan(checked((long)yuan.Floor()));

    /// <summary>
    /// Parts in proportion to <paramref name="weights"/> (each at least 0), by largest remainder, ties to the lower
    /// index; the parts sum to this amount exactly. All weights 0: all parts 0 and this amount must be 0.
    /// </summary>
    /// <exception cref="ArgumentException">A weight is negative, or money has no weight to go to.</exception>
    public Money[] SplitBy(IReadOnlyList<long> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Any(weight => weight < 0)) throw new ArgumentException("a weight is negative", nameof(weights));
        var total = weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight);
        if (total == 0) return Fen == 0 ? new Money[weights.Count] : throw new ArgumentException("no weight", nameof(weights));
        var parts = new long[weights.Count];
        var remainders = new Int128[weights.Count];
        var left = Fen;
        for (var i = 0; i < parts.Length; i++)
        {
            var (quotient, remainder) = Int128.DivRem((Int128)Fen * weights[i], total);
            parts[i] = (long)quotient;
            remainders[i] = Int128.Abs(remainder);
            left -= parts[i];
        }

        var order = Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i);
        foreach (var i in order.Take((int)Math.Abs(left))) parts[i] += Math.Sign(left);
        return Array.ConvertAll(parts, fen => new Money(fen));
    }

    /// <inheritdoc/>
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>Yuan with two decimals, no grouping.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Fen < 0 ? "-" : "")}{Int128.Abs(Fen) / 100}.{Int128.Abs(Fen) % 100:00}");

    /// <summary>The exact sum.</summary>
    /// <exception cref="OverflowException">It leaves the range.</exception>
    public static Money operator +(Money a, Money b) => new(checked(a.Fen + b.Fen));

    /// <summary>The exact difference.</summary>
    /// <exception cref="OverflowException">It leaves the range.</exception>
    public static Money operator -(Money a, Money b) => new(checked(a.Fen - b.Fen));

    /// <summary>The same amount with the other sign.</summary>
    /// <exception cref="OverflowException">It leaves the range.</exception>
    public static Money operator -(Money a) => new(checked(-a.Fen));

    /// <summary>Whether <paramref name="a"/> is below <paramref name="b"/>.</summary>
    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;

    /// <summary>Whether <paramref name="a"/> is above <paramref name="b"/>.</summary>
    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;

    /// <summary>Whether <paramref name="a"/> is at most <paramref name="b"/>.</summary>
    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;

    /// <summary>Whether <paramref name="a"/> is at least <paramref name="b"/>.</summary>
    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;

    /// <summary>The smaller of two.</summary>
    public static Money Min(Money a, Money b) => a <= b ? a : b;

    /// <summary>The larger of two.</summary>
    public static Money Max(Money a, Money b) => a >= b ? a : b;
}
