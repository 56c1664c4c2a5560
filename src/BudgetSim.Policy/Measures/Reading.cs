// A point that the wording of a document leaves open.
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Measures;

/// <summary>
/// A point the text leaves open: its options by letter, the default, and whether choosing another one changes anything here.
/// </summary>
public sealed record Reading(string Code, Bilingual Point, IReadOnlyDictionary<string, Bilingual> Options, string Default, bool IsSwitch);
