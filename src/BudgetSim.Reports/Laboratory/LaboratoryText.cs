// Small conversions that the laboratory's reports share.
using System.Globalization;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Naming;

namespace BudgetSim.Reports.Laboratory;

/// <summary>Names and amounts as reports take them.</summary>
public static class LaboratoryText
{
    private const long Million = 1_000_000;

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

    /// <summary>
    /// A setting as it was written; where that is with 万 or 亿, English has millions (<c>500万</c>: <c>5 million</c>), below 100,000 digits.
    /// </summary>
    public static Text Setting(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return Setting(ChoiceWords.Of(written));
    }

    /// <summary>The same of a setting in words.</summary>
    public static Text Setting(Bilingual words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new Text(words.Zh, InEnglish(words.En));
    }

    /// <summary>Settings behind each other.</summary>
    public static Text Settings(IEnumerable<string> written)
    {
        var texts = written.Select(Setting).ToList();
        return new Text(string.Join("，", texts.Select(text => text.Zh)), string.Join("; ", texts.Select(text => text.En)));
    }

    /// <summary>A name as part of a sentence: in quotation marks, with single ones inside.</summary>
    public static Text Quoted(Bilingual name)
    {
        ArgumentNullException.ThrowIfNull(name);
        static string Inside(string text) => "“" + text.Replace('“', '‘').Replace('”', '’') + "”";
        return new Text(Inside(name.In("zh")), Inside(name.In("en")));
    }

    private static string InEnglish(string written)
    {
        if (written is not [.., '千' or '万' or '亿' or '元'] || !QuantityText.TryParse(written, out var number)) return written;
        if (number >= Million / 10) return QuantityText.Format(number / Million) + " million";
        return number.IsInteger ? number.Numerator.ToString("#,##0", CultureInfo.InvariantCulture) : QuantityText.Format(number);
    }

    /// <summary>A column.</summary>
    public static Column Column(string id, string zh, string en, ColumnKind kind) => new(id, new Text(zh, en), kind);
}
