// The facts a rule may read, as one vocabulary for all documents.
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Policy.Vocabularies;

/// <summary>A text in both languages of the product.</summary>
public sealed record Bilingual(string Zh, string En)
{
    /// <summary>The text in <paramref name="language"/> (<c>zh</c> or <c>en</c>), the other one if it is missing.</summary>
    public string In(string language) => (language == "zh") == (Zh.Length > 0) ? (Zh.Length > 0 ? Zh : En) : En.Length > 0 ? En : Zh;
}

/// <summary>What values an attribute takes.</summary>
public enum AttributeType
{
    Truth,
    Money,
    Count,
    Number,
    Share,
    Months,
    Date,
    Choice,

    /// <summary>A figure of a setting that is not one number: a map or a free text, read by the settlement only.</summary>
    Other,
}

/// <summary>
/// One fact about a claimant (or, as a parameter, a decision of the authority): its name in rules and files, the
/// subject it belongs to, its type and unit, the values it may take if it is a choice, and what holds when it is not given.
/// </summary>
public sealed record Attribute(
    string Name,
    string Subject,
    AttributeType Type,
    string Unit,
    IReadOnlyList<string> Choices,
    Value Default,
    Bilingual Meaning,
    bool IsParameter)
{
    /// <summary>Whether expressions read it as a number, a truth value or a text.</summary>
    public ValueKind Kind => Type switch
    {
        AttributeType.Truth => ValueKind.Truth,
        AttributeType.Date or AttributeType.Choice or AttributeType.Other => ValueKind.Text,
        _ => ValueKind.Number,
    };
}

/// <summary>All attributes and parameters by name.</summary>
public sealed class Vocabulary(IEnumerable<Attribute> attributes)
{
    private readonly Dictionary<string, Attribute> _byName = attributes.ToDictionary(attribute => attribute.Name);

    /// <summary>Every attribute and parameter, in file order.</summary>
    public IReadOnlyCollection<Attribute> All => _byName.Values;

    /// <summary>The attribute of that name, or null.</summary>
    public Attribute? Find(string name) => _byName.GetValueOrDefault(name);
}
