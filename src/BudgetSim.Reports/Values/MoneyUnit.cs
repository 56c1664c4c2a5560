// The unit in which a table or chart shows yuan: 元, 万元 or 亿元.
using System.Globalization;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Reports.Values;

/// <summary>How many yuan one unit is, and its name.</summary>
public sealed record MoneyUnit
{
    private MoneyUnit(long yuanPerUnit, Text name) => (YuanPerUnit, Name) = (yuanPerUnit, name);

    /// <summary>元.</summary>
    public static MoneyUnit Yuan { get; } = new(1, new Text("元", "yuan"));

    /// <summary>万元, ten thousand yuan.</summary>
    public static MoneyUnit Wan { get; } = new(10_000, new Text("万元", "10,000 yuan"));

    /// <summary>亿元, a hundred million yuan.</summary>
    public static MoneyUnit Yi { get; } = new(100_000_000, new Text("亿元", "100 million yuan"));

    /// <summary>1, 10,000 or 100,000,000.</summary>
    public long YuanPerUnit { get; }

    /// <summary>The unit as it is written after a number or in a heading.</summary>
    public Text Name { get; }

    /// <summary>The unit that shows the largest of the amounts in one to five digits: 亿元 from ten 亿, 万元 from ten 万.</summary>
    public static MoneyUnit For(IEnumerable<Money> amounts)
    {
        var largest = amounts.Select(amount => Int128.Abs(amount.Fen)).DefaultIfEmpty(0).Max() / 100;
        return largest >= 1_000_000_000 ? Yi : largest >= 100_000 ? Wan : Yuan;
    }

    /// <summary>The exact number of units.</summary>
    public decimal InUnits(Money amount) => amount.Fen / 100m / YuanPerUnit;

    /// <summary>The number of units with thousands commas, rounded half away from zero to two decimals (whole 元 without).</summary>
    public string Format(Money amount)
    {
        var whole = YuanPerUnit == 1 && amount.Fen % 100 == 0;
        var rounded = Math.Round(InUnits(amount), 2, MidpointRounding.AwayFromZero);
        return rounded.ToString(whole ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture);
    }

    /// <summary>As <see cref="Format"/>, with a plus sign before gains.</summary>
    public string FormatSigned(Money amount) => (amount.Fen > 0 ? "+" : "") + Format(amount);
}
