// The facts a rule may read, as one vocabulary for all documents.
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Policy.Vocabularies;

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
