// Small conversions that the laboratory's reports share.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Laboratory;

/// <summary>Names and amounts as reports take them.</summary>
public static class LaboratoryText
{
    /// <summary>A name in both languages.</summary>
    public static Text Of(Bilingual name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new Text(name.Zh, name.En);
    }

    /// <summary>A mean in fen, rounded to the fen; an interval without end is cut at the amounts that can be shown.</summary>
    public static Money Fen(double fen) => new((long)Math.Round(Math.Clamp(double.IsNaN(fen) ? 0 : fen, -1e15, 1e15)));

    /// <summary>An amount for a sentence with its sign.</summary>
    public static Text Signed(Money amount)
    {
        var text = Figures.Amount(amount);
        return amount.Fen > 0 ? new Text("+" + text.Zh, "+" + text.En) : text;
    }

    /// <summary>A column.</summary>
    public static Column Column(string id, string zh, string en, ColumnKind kind) => new(id, new Text(zh, en), kind);
}
