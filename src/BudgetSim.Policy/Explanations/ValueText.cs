// Values of facts and figures as people read them.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Explanations;

/// <summary>Money in 万 and 亿, in English in digits, shares in per cent, truths as words.</summary>
public static class ValueText
{
    private static readonly Bilingual NotGiven = new("未填", "not given"), Yes = new("是", "yes"), No = new("否", "no");

    /// <summary>The value of a fact.</summary>
    public static string Of(Value value, AttributeType type, string language) => value.Kind switch
    {
        ValueKind.Null => NotGiven.In(language),
        ValueKind.Truth => (value.Holds ? Yes : No).In(language),
        ValueKind.Text => value.Text!,
        _ when type == AttributeType.Money => ExpressionText.Yuan(value.Number).In(language),
        _ when type == AttributeType.Share => Percent(value.Number),
        _ => QuantityText.Digits(value.Number),
    };

    /// <summary>
    /// A number of law, which is written without its unit: from one 万 in 万 or 亿 (in English in grouped digits), below one in per cent.
    /// </summary>
    public static string OfFigure(Value value, string language)
    {
        if (value.Kind != ValueKind.Number) return Of(value, AttributeType.Other, language);
        var size = value.Number.Sign < 0 ? -value.Number : value.Number;
        if (size >= 10_000)
            return language == "zh" ? QuantityText.FormatYuan(value.Number).TrimEnd('元') : QuantityText.Digits(value.Number);
        return size.Sign > 0 && size < 1 ? Percent(value.Number) : QuantityText.Format(value.Number);
    }

    private static string Percent(Fraction share) =>
        QuantityText.Format(share * 100) is var number && number.Contains('/', StringComparison.Ordinal) ? share.ToString() : number + "%";
}
