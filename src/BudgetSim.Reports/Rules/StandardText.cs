// The standard of a measure in one line: what is paid for what, and up to which ceiling.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Measures;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Rules;

/// <summary>Standards as a finance bureau's table states them.</summary>
public static class StandardText
{
    private const int MostTiers = 6;
    private const int Longest = 600;
    private const int LongestCondition = 44;

    /// <summary>The standard in both languages.</summary>
    public static Text Of(Measure measure, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new Text(Write(measure, vocabulary, Language.Zh), Write(measure, vocabulary, Language.En));
    }

    private static string Write(Measure measure, Vocabulary vocabulary, Language language)
    {
        var words = new RuleWords(measure, vocabulary, language);
        if (!measure.AmountIsSpecified) return language == Language.Zh ? "条文未定金额" : "the text states no amount";
        var parts = new List<string> { Formula(measure.Formula, words, language) };
        if (measure.IsCeiling) parts[0] = (language == Language.Zh ? "最高 " : "at most ") + parts[0];
        if (measure.Uplift is { } uplift && words.Constant(uplift.Factor) is { } factor) parts.Add(Uplift(factor, language));
        parts.AddRange(measure.PrincipalCaps.Select(cap => Principal(cap, words, language)));
        parts.AddRange(measure.Caps.Select(cap => Cap(cap, words, language)));
        var joined = string.Join(language == Language.Zh ? "；" : "; ", parts.Where(part => part.Length > 0));
        return ShortName.Of(joined.Replace(" （", "（", StringComparison.Ordinal).Replace("） ", "）", StringComparison.Ordinal), Longest);
    }

    private static string Formula(Formula formula, RuleWords words, Language language) => formula switch
    {
        Formula.Stated stated => words.Amount(stated.Amount),
        Formula.Tiered tiered => Tiers(tiered, words, language),
        Formula.Shares shares => string.Join(" + ", shares.Parts.Select(part => Share(part, words))),
        Formula.LeastShare least =>
            Word(language, "取低：", "the lower of ") + string.Join(
                Word(language, "、", " and "), least.Parts.Select(part => Share(part, words))),
        Formula.Brackets brackets => Brackets(brackets, words, language),
        Formula.Interest interest => words.Of(interest.Lower()),
        Formula.PerUnit units => string.Join(" + ", units.Units.Select(unit => Unit(unit, words))),
        _ => Word(language, "本条不产生资金", "no money of its own"),
    };

    private static string Share(Share part, RuleWords words) =>
        words.Constant(part.Rate) is { } rate && rate == Fraction.One
            ? words.Of(part.Base)
            : $"{Factor(words.Of(part.Base))} × {words.Of(part.Rate)}";

    private static string Unit(UnitAmount unit, RuleWords words) =>
        words.Constant(unit.Count) is { } count && count == Fraction.One
            ? words.Amount(unit.Amount)
            : $"{words.Of(unit.Count)} × {words.Amount(unit.Amount)}";

    private static string Factor(string text) =>
        text.Contains(" + ", StringComparison.Ordinal) || text.Contains(" - ", StringComparison.Ordinal) ? $"({text})" : text;

    private static string Tiers(Formula.Tiered tiered, RuleWords words, Language language)
    {
        if (tiered.Tiers.Count <= MostTiers)
            return string.Join(Word(language, "、", ", "), tiered.Tiers.Select(tier => Tier(tier, words, language)).Distinct());
        var amounts = tiered.Tiers.Select(tier => words.Constant(tier.Amount)).OfType<Fraction>().Order().ToList();
        return amounts.Count < tiered.Tiers.Count
            ? Word(language, $"分 {tiered.Tiers.Count} 档", Figures.Counted(tiered.Tiers.Count, "tier"))
            : Word(
                language,
                $"分 {tiered.Tiers.Count} 档，{words.Yuan(amounts[0])} 至 {words.Yuan(amounts[^1])}",
                $"{tiered.Tiers.Count} tiers from {words.Yuan(amounts[0])} to {words.Yuan(amounts[^1])}");
    }

    // A long condition says more in the article than here.
    private static string Tier(Tier tier, RuleWords words, Language language)
    {
        var condition = words.Of(tier.When);
        return words.Amount(tier.Amount) + (ShortName.Width(condition) > LongestCondition ? Word(
            language, "（按条件）", " (by condition)") : Word(language, $"（{condition}）", $" ({condition})"));
    }

    private static string Brackets(Formula.Brackets brackets, RuleWords words, Language language)
    {
        var rows = brackets.Rows.Select(row => $"{words.Of(row.From)}–{(row.To is null ? "" : words.Of(row.To))} {words.Of(row.Rate)}");
        return
            $"{words.Of(brackets.Base ?? brackets.Quantity)} × {Word(language, $"按{words.Of(brackets.Quantity)}分档", $"rate by {words.Of(brackets.Quantity)}")}: {string.Join(Word(language, "、", ", "), rows)}";
    }

    private static string Uplift(Fraction factor, Language language)
    {
        var more = QuantityText.Format((factor - Fraction.One) * 100);
        return Word(language, $"符合条件上浮 {more}%", $"{more}% more under a condition");
    }

    private static string Cap(MoneyCap cap, RuleWords words, Language language)
    {
        var per = PerText.Of(cap);
        return Word(language, $"{per.Zh}最高 {words.Amount(cap.Amount)}", $"at most {words.Amount(cap.Amount)} {per.En}");
    }

    private static string Principal(PrincipalCap cap, RuleWords words, Language language)
    {
        var per = PerText.Of(cap.Per);
        return Word(language, $"{per.Zh}贴息本金最高 {words.Amount(cap.Amount)}", $"interest on at most {words.Amount(cap.Amount)} {per.En}");
    }

    private static string Word(Language language, string zh, string en) => language == Language.Zh ? zh : en;
}
