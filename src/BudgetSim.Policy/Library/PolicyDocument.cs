// One policy document as data: who issued it, its funds, payers and measures.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Library;

/// <summary>A policy document. Dates are ISO texts, null where the text states none.</summary>
public sealed record PolicyDocument
{
    public required string Id { get; init; }

    public required Bilingual Title { get; init; }

    public required Bilingual Issuer { get; init; }

    public required string Number { get; init; }

    public string? Issued { get; init; }

    public required bool IsDraft { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    /// <summary>Names of the payers of its funds and measures.</summary>
    public required IReadOnlyDictionary<string, Bilingual> Payers { get; init; }

    public required IReadOnlyList<Fund> Funds { get; init; }

    public required IReadOnlyList<CompiledMeasure> Measures { get; init; }

    /// <summary>How its claims are settled where the wording leaves it open.</summary>
    public DocumentSettings Settings { get; init; } = new();
}
