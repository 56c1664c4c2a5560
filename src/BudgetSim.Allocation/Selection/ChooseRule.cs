// How many of some items an allocation chooses.
using System.Collections.Immutable;

namespace BudgetSim.Allocation.Selection;

/// <summary>
/// How many of <paramref name="Items"/> (indices, ascending) are chosen: from <paramref name="AtLeast"/> to <paramref name="AtMost"/>.
/// </summary>
public sealed record ChooseRule(string Id, ImmutableArray<int> Items, int AtLeast, int AtMost);
