// An item that an allocation may choose and pay.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection;

/// <summary>
/// Something that may be paid: at most <paramref name="Amount"/> whole yuan (from 0), all or nothing unless
/// <paramref name="Divisible"/>. <paramref name="Value"/> counts once if it is chosen, <paramref name="Weight"/> per yuan paid (both from
/// 0). <paramref name="Priority"/> 1 is served before 2. A divisible item that is chosen is paid at least one yuan of a positive amount.
/// </summary>
public sealed record AllocationItem(string Id, long Amount, Fraction Value, Fraction Weight, bool Divisible, int Priority);
