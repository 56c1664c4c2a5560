// A fund of a document.
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Library;

/// <summary>A fund: who pays it, its yearly size in yuan where the text states it, and its shortage rule.</summary>
public sealed record Fund(string Id, Bilingual Name, string Payer, FundShortage Shortage, IReadOnlyDictionary<int, long> Sizes);
