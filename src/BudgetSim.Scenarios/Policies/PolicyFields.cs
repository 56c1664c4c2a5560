// Small questions that several policy readers ask: expressions, dates, names in two languages, references.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Policies;

/// <summary>Fields of policy files.</summary>
internal static class PolicyFields
{
    private static readonly Place Nowhere = Place.Of("");

    /// <summary>An expression that must be there.</summary>
    public static Expression Expression(this NodeReader reader, string key) => ReadExpression(reader.RequiredChild(key));

    /// <summary>An expression that may be missing.</summary>
    public static Expression? OptionalExpression(this NodeReader reader, string key) =>
        reader.Child(key) is { } child ? ReadExpression(child) : null;

    /// <summary>A name in Chinese and English.</summary>
    public static Bilingual Bilingual(NodeReader reader) =>
        reader.As(name => new Bilingual(name.OptionalText("zh") ?? "", name.OptionalText("en") ?? ""));

    /// <summary>A text in both languages, or a single one in English.</summary>
    public static Bilingual TextOrBilingual(NodeReader reader) =>
        reader.Node is MappingNode ? Bilingual(reader) : new Bilingual("", reader.AsText());

    /// <summary>A date as ISO text, or null.</summary>
    public static string? OptionalDate(NodeReader reader, string key) => reader.OptionalDate(key)?.ToString("yyyy-MM-dd");

    /// <summary>Full measure ids; a reference without a document is to the file's own.</summary>
    public static IReadOnlyList<string> References(NodeReader reader, string key, string document) =>
        [.. reader.OptionalTexts(key).Select(reference => Full(reference, document))];

    /// <summary>The full id of a reference.</summary>
    public static string Full(string reference, string document) =>
        reference.Contains('/', StringComparison.Ordinal) ? reference : $"{document}/{reference}";

    private static Expression ReadExpression(NodeReader reader)
    {
        var text = reader.AsText();
        var nothing = new Expression.Literal(Nowhere, Value.Null);
        if (text.Length == 0) return nothing;
        var parsed = ExpressionParser.Parse(text, reader.Where);
        foreach (var fault in parsed.Diagnostics) reader.Report(fault);
        return parsed.Value ?? nothing;
    }
}
