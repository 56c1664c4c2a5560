// Settles ties: of all best answers the one that favours the earliest items.
using BudgetSim.Allocation.Selection.Exact.Blocks;
using BudgetSim.Allocation.Selection.Exact.Payments;

namespace BudgetSim.Allocation.Selection.Exact.Branching;

/// <summary>Asks item by item whether a best answer has it; the choices that were settled stay in the space's filter.</summary>
internal sealed class TieSearch(SearchSpace space, CandidateFromChoice paying)
{
    /// <summary>
    /// Among all answers with the objective that was proved, the one that favours the earliest items; false when the budget ends
    /// before every tie is settled.
    /// </summary>
    public bool Settle(SearchResult proved, SearchBudget budget, out Candidate best)
    {
        best = proved.Best!;
        Array.Clear(space.Filter.RuledOut);
        if (proved.Root is { } root) root.RuleOut(space, best.Objective);
        var ruledOut = (bool[])space.Filter.RuledOut.Clone();
        foreach (var (item, k, bit) in ChoiceBits())
        {
            var block = space.Members[k];
            if (space.AllowedMasks(block).Select(mask => mask & bit).Distinct().Count() < 2) continue;
            if ((best.Masks[k] & bit) == 0)
            {
                if (budget.IsSpent) return false;
                space.Filter.MustTake[block] |= bit;
                var search = new SelectionSearch(space, paying, budget, best.Objective - 1, best.Objective);
                var result = search.Run();
                if (!result.IsClosed && result.Best is null) return false;
                if (result.Best is not null) best = result.Best;
                else space.Filter.MustTake[block] &= ~bit;
                ruledOut.CopyTo(space.Filter.RuledOut, 0);
            }

            if ((best.Masks[k] & bit) != 0) space.Filter.MustTake[block] |= bit;
            else space.Filter.MustLeave[block] |= bit;
        }

        return true;
    }

    private IEnumerable<(int Item, int Member, ulong Bit)> ChoiceBits() =>
        (from k in Enumerable.Range(0, space.Members.Length)
         where space.Blocks.HasChoice(space.Members[k])
         from bit in Enumerable.Range(0, space.Blocks.SizeOf(space.Members[k]))
         select (Item: space.Blocks.ItemsOf(space.Members[k])[bit], Member: k, Bit: 1UL << bit)).OrderBy(choice => choice.Item);
}
