// All policy documents that were read, with one vocabulary.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Library;

/// <summary>The documents that were read, with one vocabulary.</summary>
public sealed class PolicyLibrary
{
    private readonly Dictionary<string, CompiledMeasure> _measures;

    /// <summary>A library of documents whose measures have different ids.</summary>
    public PolicyLibrary(Vocabulary vocabulary, IReadOnlyList<PolicyDocument> documents)
    {
        Vocabulary = vocabulary;
        Documents = documents;
        _measures = documents.SelectMany(document => document.Measures).ToDictionary(measure => measure.Measure.Id);
        Funds = documents.SelectMany(document => document.Funds).DistinctBy(fund => fund.Id).ToDictionary(fund => fund.Id);
    }

    /// <summary>Every attribute that a rule may read.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The documents, in the order they were named.</summary>
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
