// The questions a reader asks by key, one line each.
using System.Globalization;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>
/// Plain names must be present; names with <c>Optional</c> answer null, an empty list or the given fallback when the
/// key is missing or empty.
/// </summary>
public static class NodeFields
{
    private const int FirstYear = 1900, LastYear = 2200;

    /// <summary>A text.</summary>
    public static string Text(this NodeReader reader, string key) => reader.RequiredChild(key).AsText();

    /// <summary>A text or null.</summary>
    public static string? OptionalText(this NodeReader reader, string key) => reader.Child(key)?.AsText();

    /// <summary>An exact number.</summary>
    public static Fraction Number(this NodeReader reader, string key) => reader.RequiredChild(key).AsNumber();

    /// <summary>An exact number or null.</summary>
    public static Fraction? OptionalNumber(this NodeReader reader, string key) => reader.Child(key)?.AsNumber();

    /// <summary>A whole number.</summary>
    public static long Whole(this NodeReader reader, string key) => reader.RequiredChild(key).AsWhole();

    /// <summary>A whole number or null.</summary>
    public static long? OptionalWhole(this NodeReader reader, string key) => reader.Child(key)?.AsWhole();

    /// <summary>A year from 1900 to 2200, or null.</summary>
    public static int? OptionalYear(this NodeReader reader, string key)
    {
        if (reader.Child(key) is not { } child) return null;
        var before = child.AsNumber();
        if (before.IsInteger && before >= FirstYear && before <= LastYear) return (int)before.Numerator;
        child.Report(Diagnostic.Error(
            child.Where,
            "BS849",
            $"{key}: expected a year from {FirstYear} to {LastYear}, found {Shown.Node(child.Node)}",
            "write it as 2025"));
        return null;
    }

    /// <summary>A day or null.</summary>
    public static DateOnly? OptionalDate(this NodeReader reader, string key) => reader.Child(key)?.AsDate();

    /// <summary>A yes or no, or the fallback.</summary>
    public static bool OptionalBool(this NodeReader reader, string key, bool fallback = false) =>
        reader.Child(key)?.AsBool() ?? fallback;

    /// <summary>One of a closed list of words.</summary>
    public static T Choice<T>(this NodeReader reader, string key, IReadOnlyDictionary<string, T> choices) =>
        reader.RequiredChild(key).AsChoice(choices);

    /// <summary>One of a closed list of words, or the fallback.</summary>
    public static T OptionalChoice<T>(this NodeReader reader, string key, IReadOnlyDictionary<string, T> choices, T fallback) =>
        reader.Child(key) is { } child ? child.AsChoice(choices) : fallback;

    /// <summary>A nested mapping (or any node) read with <paramref name="read"/>; a missing one is read as placeholders.</summary>
    public static T Child<T>(this NodeReader reader, string key, Func<NodeReader, T> read) => reader.RequiredChild(key).As(read);

    /// <summary>A nested node or null.</summary>
    public static T? OptionalChild<T>(this NodeReader reader, string key, Func<NodeReader, T> read)
        where T : class => reader.Child(key)?.As(read);

    /// <summary>A list of anything.</summary>
    public static IReadOnlyList<T> List<T>(this NodeReader reader, string key, Func<NodeReader, T> read) =>
        reader.RequiredChild(key).AsList(read);

    /// <summary>A list of anything, empty when missing.</summary>
    public static IReadOnlyList<T> OptionalList<T>(this NodeReader reader, string key, Func<NodeReader, T> read) =>
        reader.Child(key)?.AsList(read) ?? [];

    /// <summary>A list of texts, empty when missing.</summary>
    public static IReadOnlyList<string> OptionalTexts(this NodeReader reader, string key) =>
        reader.OptionalList(key, item => item.AsText());

    /// <summary>A mapping with free keys.</summary>
    public static IReadOnlyDictionary<string, T> Map<T>(this NodeReader reader, string key, Func<NodeReader, T> read) =>
        reader.RequiredChild(key).AsMap(read);

    /// <summary>A mapping with free keys, empty when missing.</summary>
    public static IReadOnlyDictionary<string, T> OptionalMap<T>(this NodeReader reader, string key, Func<NodeReader, T> read) =>
        reader.Child(key)?.AsMap(read) ?? new Dictionary<string, T>(StringComparer.Ordinal);

    /// <summary>The year that the field is named after; 0 and a fault if it is named otherwise.</summary>
    public static int YearOfName(this NodeReader entry)
    {
        if (int.TryParse(entry.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return year;
        entry.Report(Diagnostic.Error(
            entry.KeyWhere,
            "BS508",
            $"expected a year such as 2026, found '{entry.Name}'",
            "write fund: amount, or fund: { 2026: amount }"));
        return 0;
    }
}
