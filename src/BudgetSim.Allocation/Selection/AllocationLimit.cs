// A limit on what the items of an allocation are paid or use.
using System.Collections.Immutable;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection;

/// <summary>
/// At most <paramref name="Amount"/> may be used. Without <paramref name="Use"/> an item uses the yuan it is paid; with it
/// [place in Items] an item uses its coefficient (from 0) if it is chosen. <paramref name="Items"/> are indices, ascending.
/// </summary>
public sealed record AllocationLimit(string Id, Fraction Amount, ImmutableArray<int> Items, ImmutableArray<Fraction>? Use);
