// Writes single figures as sentences and labels show them.
using System.Globalization;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Reports.Values;

/// <summary>One rule per kind of figure, used by every table, picture and page.</summary>
public static class Figures
{
    /// <summary>An amount for a sentence: <c>1,234.56万元</c> and <c>12.3456 million yuan</c>.</summary>
    public static Text Amount(Money amount)
    {
        var unit = MoneyUnit.For([amount]);
        var zh = unit.Format(amount) + unit.Name.Zh;
        if (unit == MoneyUnit.Yuan) return new Text(zh, unit.Format(amount) + " yuan");
        var decimals = unit == MoneyUnit.Yi ? "#,##0" : "#,##0.00##";
        var rounded = Math.Round(unit.InUnits(amount), 2, MidpointRounding.AwayFromZero) * unit.YuanPerUnit;
        return new Text(zh, (rounded / 1_000_000m).ToString(decimals, CultureInfo.InvariantCulture) + " million yuan");
    }

    /// <summary>An amount that is somebody's award, to the fen: <c>944,870元</c> and <c>944,870 yuan</c>.</summary>
    public static Text Exact(Money amount)
    {
        var figure = MoneyUnit.Yuan.Format(amount);
        return new Text(figure + "元", figure + " yuan");
    }

    /// <summary>A share or probability as a percentage with two decimals; infinite is <c>∞</c>.</summary>
    public static string Percent(double share) =>
        Math.Abs(share) < 1e15
            ? Math.Round((decimal)share * 100m, 2, MidpointRounding.AwayFromZero).ToString("#,##0.00", CultureInfo.InvariantCulture) + "%"
            : double.IsFinite(share) ? share.ToString("0.00E+0", CultureInfo.InvariantCulture) : Infinite(share);

    /// <summary>A count with thousands commas and at most two decimals.</summary>
    public static string Count(decimal number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>
    /// A number with its English noun: <c>1 replication</c>, <c>1,200 replications</c>; <paramref name="many"/> where the plural is not one
    /// with s.
    /// </summary>
    public static string Counted(decimal number, string one, string? many = null) =>
        $"{Count(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>ISO date.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The sign for a ratio without bound.</summary>
    internal static string Infinite(double ratio) => ratio > 0 ? "∞" : "-∞";
}
