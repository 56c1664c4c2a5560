// One policy document as data: who issued it, its funds, payers and measures.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Library;

/// <summary>A policy document. Dates are ISO texts, null where the text states none.</summary>
public sealed record PolicyDocument
{
    /// <summary>The name of its folder, by which commands and scenarios call it.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>The authority that issued it.</summary>
    public required Bilingual Issuer { get; init; }

    /// <summary>Its official number (文号).</summary>
    public required string Number { get; init; }

    /// <summary>The day it was issued.</summary>
    public string? Issued { get; init; }

    /// <summary>Whether it was never put into force.</summary>
    public required bool IsDraft { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public string? ValidTo { get; init; }

    /// <summary>Names of the payers of its funds and measures.</summary>
    public required IReadOnlyDictionary<string, Bilingual> Payers { get; init; }

    /// <summary>The funds that pay its measures.</summary>
    public required IReadOnlyList<Fund> Funds { get; init; }

    /// <summary>Its measures, in the order of its articles.</summary>
    public required IReadOnlyList<CompiledMeasure> Measures { get; init; }

    /// <summary>How its claims are settled where the wording leaves it open.</summary>
    public DocumentSettings Settings { get; init; } = new();
}
