// What is known of a column of facts before its values are seen: its attribute, its scale and its range.
namespace BudgetSim.Policy.Columns;

/// <summary>
/// A column holds whole numbers: value = number / <paramref name="UnitsPerOne"/>. Money is in whole fen (100 a yuan),
/// counts and months in ones, conditions 1 or 0, choices by their place in the attribute's list (from 0), dates as
/// yyyymmdd. Numbers lie from <paramref name="Least"/> to <paramref name="Most"/>, both included; "not known" is NaN
/// and occurs only if <paramref name="HasGaps"/>.
/// </summary>
public sealed record ColumnShape(string Attribute, long UnitsPerOne, long Least, long Most, bool HasGaps = false)
{
    /// <summary>Fen in a yuan.</summary>
    public const long FenPerYuan = 100;

    /// <summary>Money from 0 to <paramref name="mostFen"/>.</summary>
    public static ColumnShape Money(string attribute, long mostFen) => new(attribute, FenPerYuan, 0, mostFen);

    /// <summary>Whether every column of shape <paramref name="other"/> is one of this shape.</summary>
    public bool Covers(ColumnShape other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Attribute == other.Attribute && UnitsPerOne == other.UnitsPerOne && Least <= other.Least && other.Most <= Most
            && (HasGaps || !other.HasGaps);
    }
}
