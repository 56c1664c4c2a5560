// Reads one fact from the text of a file or a command line, by the type its attribute declares.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Policy.Vocabularies;

/// <summary>Values of attributes from text; an empty text and <c>null</c> are "not known".</summary>
public static class FactText
{
    /// <summary>Amounts above this many yuan are typing errors: no budget of the country reaches them.</summary>
    private static readonly Fraction LargestMoney = 1_000_000_000_000_000;

    /// <summary>
    /// The value of <paramref name="text"/> for <paramref name="attribute"/>, or the fault (code BS201) that prevents it.
    /// </summary>
    public static (Value Value, Diagnostic? Fault) Parse(Attribute attribute, string text, Place where)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (trimmed.Length == 0 || trimmed == "null") return (Value.Null, null);
        return attribute.Type switch
        {
            AttributeType.Truth => ParseTruth(attribute, trimmed, where),
            AttributeType.Date => ParseDate(attribute, trimmed, where),
            AttributeType.Choice => ParseChoice(attribute, trimmed, where),
            AttributeType.Other => (Value.Of(trimmed), null),
            _ => ParseNumber(attribute, trimmed, where),
        };
    }

    private static (Value, Diagnostic?) ParseTruth(Attribute attribute, string text, Place where) => text.ToLowerInvariant() switch
    {
        "true" or "是" or "yes" or "1" or "√" => (Value.True, null),
        "false" or "否" or "no" or "0" or "×" => (Value.False, null),
        _ => Fault(attribute, text, where, "true or false (是 or 否)"),
    };

    private static (Value, Diagnostic?) ParseDate(Attribute attribute, string text, Place where)
    {
        var plain = text.Replace('年', '-').Replace('月', '-').Replace('/', '-').Replace('.', '-').TrimEnd('日');
        return DateOnly.TryParseExact(plain, ["yyyy-MM-dd", "yyyy-M-d"], out var date)
            ? (Value.Of(date.ToString("yyyy-MM-dd")), null)
            : Fault(attribute, text, where, "a date such as 2026-06-30");
    }

    private static (Value, Diagnostic?) ParseChoice(Attribute attribute, string text, Place where) =>
        attribute.Choices.Contains(text)
            ? (Value.Of(text), null)
            : Fault(attribute, text, where, $"one of {string.Join(", ", attribute.Choices)}", NearestName.Hint(text, attribute.Choices));

    private static (Value, Diagnostic?) ParseNumber(Attribute attribute, string text, Place where)
    {
        if (!TryNumber(text, out var number))
            return Fault(attribute, text, where, attribute.Unit.Length == 0 ? "a number" : $"a number in {attribute.Unit}");
        if (attribute.Type is AttributeType.Money or AttributeType.Months && number.Sign < 0)
            return Fault(attribute, text, where, "a number that is not negative");
        if (Fraction.Max(number, -number) > LargestMoney) return Fault(attribute, text, where, "at most 10^15");
        if (attribute.Type == AttributeType.Share && (number.Sign < 0 || number > 1))
            return Fault(attribute, text, where, "a share from 0 to 1 (0% to 100%)");
        return (Value.Of(number), null);
    }

    private static bool TryNumber(string text, out Fraction number)
    {
        try
        {
            return QuantityText.TryParse(text, out number);
        }
        catch (OverflowException)
        {
            number = default;
            return false;
        }
    }

    private static (Value, Diagnostic?) Fault(Attribute attribute, string text, Place where, string expected, string hint = "") =>
        (Value.Null, Diagnostic.Error(where, "BS201", $"{attribute.Name}: expected {expected}, found '{Shorten(text)}'", hint));

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
