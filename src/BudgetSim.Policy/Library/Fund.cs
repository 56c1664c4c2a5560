// A fund of a document.
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Library;

/// <summary>A fund: its yearly size in yuan where the text states it, and its shortage rule.</summary>
public sealed record Fund(string Id, Bilingual Name, FundShortage Shortage, IReadOnlyDictionary<int, long> Sizes);
