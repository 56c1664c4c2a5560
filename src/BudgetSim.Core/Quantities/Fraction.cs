// An exact rational number, the only arithmetic money meets before it is rounded.
using System.Globalization;

namespace BudgetSim.Core.Quantities;

/// <summary>
/// An exact fraction in lowest terms with a positive denominator. Numerator and denominator are below 2^127;
/// an operation that would leave that range throws <see cref="OverflowException"/>.
/// </summary>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly Int128 _denominatorLessOne;

    private Fraction(Int128 numerator, Int128 denominator)
    {
        Numerator = numerator;
        _denominatorLessOne = unchecked(denominator - 1);
    }

    /// <summary>Zero.</summary>
    public static Fraction Zero => default;

    /// <summary>One.</summary>
    public static Fraction One => new(1, 1);

    /// <summary>Above the line; carries the sign.</summary>
    public Int128 Numerator { get; }

    /// <summary>Below the line; at least 1.</summary>
    public Int128 Denominator => unchecked(_denominatorLessOne + 1);

    /// <summary>Whether the denominator is 1.</summary>
    public bool IsInteger => _denominatorLessOne == 0;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Int128.Sign(Numerator);

    /// <summary>The fraction <paramref name="numerator"/>/<paramref name="denominator"/> in lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Fraction Of(Int128 numerator, Int128 denominator)
    {
        if (denominator == 0) throw new DivideByZeroException();
        if (denominator == 1) return new Fraction(numerator, 1);
        var divisor = GreatestCommonDivisor(Int128.Abs(numerator), Int128.Abs(denominator));
        if (denominator < 0) divisor = -divisor;
        if (divisor == 1) return new Fraction(numerator, denominator);
        if (IsShort(numerator) && IsShort(denominator) && IsShort(divisor) && divisor > 0)
            return new Fraction((long)numerator / (long)divisor, (long)denominator / (long)divisor);
        return new Fraction(numerator / divisor, denominator / divisor);
    }

    /// <summary>Reads a decimal such as <c>-12.50</c> exactly; no grouping, no exponent.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Fraction value)
    {
        value = default;
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var decimals = point < 0 ? [] : text[(point + 1)..];
        if (point >= 0 && decimals.IsEmpty) return false;
        var negative = whole is ['-', ..];
        if (negative) whole = whole[1..];
        if (whole.IsEmpty || whole.Length + decimals.Length > 36) return false;
        Int128 numerator = 0, scale = 1;
        foreach (var digit in whole)
        {
            if (!char.IsAsciiDigit(digit)) return false;
            numerator = (numerator * 10) + (digit - '0');
        }

        foreach (var digit in decimals)
        {
            if (!char.IsAsciiDigit(digit)) return false;
            numerator = (numerator * 10) + (digit - '0');
            scale *= 10;
        }

        value = Of(negative ? -numerator : numerator, scale);
        return true;
    }

    /// <summary>The largest whole number not above this.</summary>
    public Int128 Floor()
    {
        if (IsInteger) return Numerator;
        if (IsShort(Numerator) && IsShort(Denominator))
        {
            var (whole, rest) = Math.DivRem((long)Numerator, (long)Denominator);
            return rest < 0 ? whole - 1 : whole;
        }

        var quotient = Numerator / Denominator;
        return Numerator < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The nearest double, for statistics and charts.</summary>
    public double ToDouble() => (double)Numerator / (double)Denominator;

    /// <inheritdoc/>
    public int CompareTo(Fraction other)
    {
        if (_denominatorLessOne == other._denominatorLessOne) return Numerator.CompareTo(other.Numerator);
        return IsSmall && other.IsSmall
            ? Math.BigMul((long)Numerator, (long)other.Denominator).CompareTo(Math.BigMul((long)other.Numerator, (long)Denominator))
            : (this - other).Sign;
    }

    // Products of two such numbers stay inside 127 bits.
    private bool IsSmall => IsShort(Numerator) && IsShort(_denominatorLessOne) && _denominatorLessOne != long.MaxValue;

    /// <inheritdoc/>
    public bool Equals(Fraction other) =>
        Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    /// <summary><c>n</c> or <c>n/d</c>.</summary>
    public override string ToString() =>
        IsInteger
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>A whole number.</summary>
    public static implicit operator Fraction(long value) => new(value, 1);

    /// <summary>The exact sum.</summary>
    /// <exception cref="OverflowException">It leaves the range.</exception>
    public static Fraction operator +(Fraction a, Fraction b)
    {
        if (a.IsInteger && b.IsInteger) return new Fraction(checked(a.Numerator + b.Numerator), 1);
        if (a.Numerator == 0) return b;
        if (b.Numerator == 0) return a;
        // A whole number added to lowest terms leaves lowest terms.
        if (a.IsInteger || b.IsInteger)
            return new Fraction(
                checked(Product(a.Numerator, b.Denominator) + Product(b.Numerator, a.Denominator)), Product(a.Denominator, b.Denominator));
        var shared = GreatestCommonDivisor(a.Denominator, b.Denominator);
        var scale = b.Denominator / shared;
        return Of(checked(Product(a.Numerator, scale) + Product(b.Numerator, a.Denominator / shared)), Product(a.Denominator, scale));
    }

    /// <summary>The same number with the other sign.</summary>
    /// <exception cref="OverflowException">It leaves the range.</exception>
    public static Fraction operator -(Fraction a) => new(checked(-a.Numerator), a.Denominator);

    /// <summary>The exact difference.</summary>
    /// <exception cref="OverflowException">It leaves the range.</exception>
    public static Fraction operator -(Fraction a, Fraction b) => b.Numerator == 0 ? a : a + -b;

    /// <summary>The exact product.</summary>
    /// <exception cref="OverflowException">It leaves the range.</exception>
    public static Fraction operator *(Fraction a, Fraction b)
    {
        if (a.IsInteger && b.IsInteger) return new Fraction(Product(a.Numerator, b.Numerator), 1);
        if (a.IsOne) return b;
        if (b.IsOne) return a;
        if (a.IsSmall && b.IsSmall) return SmallProduct((long)a.Numerator, (long)a.Denominator, (long)b.Numerator, (long)b.Denominator);
        var left = Of(a.Numerator, b.Denominator);
        var right = Of(b.Numerator, a.Denominator);
        return new Fraction(Product(left.Numerator, right.Numerator), Product(left.Denominator, right.Denominator));
    }

    /// <summary>The exact quotient; <paramref name="b"/> is not 0.</summary>
    /// <exception cref="OverflowException">It leaves the range.</exception>
    public static Fraction operator /(Fraction a, Fraction b) => a * Of(b.Denominator, b.Numerator);

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    /// <summary>Whether <paramref name="a"/> is below <paramref name="b"/>.</summary>
    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    /// <summary>Whether <paramref name="a"/> is above <paramref name="b"/>.</summary>
    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    /// <summary>Whether <paramref name="a"/> is at most <paramref name="b"/>.</summary>
    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    /// <summary>Whether <paramref name="a"/> is at least <paramref name="b"/>.</summary>
    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    /// <summary>The smaller of two.</summary>
    public static Fraction Min(Fraction a, Fraction b) => a <= b ? a : b;

    /// <summary>The larger of two.</summary>
    public static Fraction Max(Fraction a, Fraction b) => a >= b ? a : b;

    // Nearly every factor is short, and the product of two long values needs no check.
    private static Int128 Product(Int128 a, Int128 b) =>
        IsShort(a) && IsShort(b) ? Math.BigMul((long)a, (long)b) : checked(a * b);

    // Each numerator is cleared of what it shares with the other denominator, so the product stands in lowest terms.
    private static Fraction SmallProduct(long a, long underA, long b, long underB)
    {
        var (left, right) = (SharedWith(underB, a), SharedWith(underA, b));
        return new Fraction(Math.BigMul(a / left, b / right), Math.BigMul(underA / right, underB / left));
    }

    private static long SharedWith(long denominator, long numerator) =>
        denominator == 1 ? 1 : GreatestCommonDivisor(denominator, Math.Abs(numerator % denominator));

    private static bool IsShort(Int128 value) => (Int128)unchecked((long)value) == value;

    private bool IsOne => _denominatorLessOne == 0 && Numerator == 1;

    private static Int128 GreatestCommonDivisor(Int128 a, Int128 b)
    {
        while (b != 0)
        {
            if (IsShort(a) && IsShort(b)) return GreatestCommonDivisor((long)a, (long)b);
            (a, b) = (b, a % b);
        }

        return a;
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
