// One policy document as data: who issued it, its funds, payers and measures.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Library;

/// <summary>What happens when a fund is too small, as its document says it.</summary>
public enum FundShortage
{
    /// <summary>Nothing is stated: the gap is reported.</summary>
    Report,

    /// <summary>Every award is cut by the same ratio.</summary>
    ProRata,

    /// <summary>Money may move between the clauses of the pool; a gap of the pool is reported.</summary>
    Transfer,
}

/// <summary>A fund: who pays it, its yearly size in yuan where the text states it, and its shortage rule.</summary>
public sealed record Fund(string Id, Bilingual Name, string Payer, FundShortage Shortage, IReadOnlyDictionary<int, long> Sizes);

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

/// <summary>The documents that were read, with one vocabulary.</summary>
public sealed class PolicyLibrary
{
    private readonly Dictionary<string, CompiledMeasure> _measures;

    public PolicyLibrary(Vocabulary vocabulary, IReadOnlyList<PolicyDocument> documents)
    {
        Vocabulary = vocabulary;
        Documents = documents;
        _measures = documents.SelectMany(document => document.Measures).ToDictionary(measure => measure.Measure.Id);
        Funds = documents.SelectMany(document => document.Funds).DistinctBy(fund => fund.Id).ToDictionary(fund => fund.Id);
    }

    public Vocabulary Vocabulary { get; }

    public IReadOnlyList<PolicyDocument> Documents { get; }

    /// <summary>Every fund by id; documents that share a fund share its rule.</summary>
    public IReadOnlyDictionary<string, Fund> Funds { get; }

    /// <summary>All measures, in document order.</summary>
    public IEnumerable<CompiledMeasure> Measures => Documents.SelectMany(document => document.Measures);

    /// <summary>The ids of all measures.</summary>
    public IReadOnlyCollection<string> MeasureIds => _measures.Keys;

    /// <summary>The measure of that id, or null.</summary>
    public CompiledMeasure? Find(string id) => _measures.GetValueOrDefault(id);
}
