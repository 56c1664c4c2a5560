// Fills one limit to the last yuan with all-or-nothing items.
using System.Numerics;
using BudgetSim.Allocation.Selection.Exact.Blocks;

namespace BudgetSim.Allocation.Selection.Exact.Payments;

/// <summary>
/// Where every yuan is worth the same and one limit is all there is, the best choice uses the limit up. Of the items of a good
/// choice and of those left out a few are decided anew: all subsets of one half of them meet all subsets of the other
/// (Horowitz and Sahni 1974), which nearly always hits the limit exactly.
/// </summary>
internal static class ExactFill
{
    /// <summary>Whether the component has that form: one plain limit over single items that are paid whole or not at all.</summary>
    public static bool Fits(SearchSpace space)
    {
        if (space.Links.Length != 1 || !space.Blocks.Links[space.Links[0]].IsPlainSum) return false;
        foreach (var block in space.Members)
            if (space.Blocks.SizeOf(block) != 1 || space.Lower[ItemOf(space, block)] != space.Upper[ItemOf(space, block)]) return false;
        return true;
    }

    /// <summary>A first choice: what must be taken, then each item that still fits; null when that breaks the limit.</summary>
    public static ulong[]? InOrder(SearchSpace space)
    {
        var room = space.Blocks.Links[space.Links[0]].Bound;
        var masks = new ulong[space.Members.Length];
        for (var k = 0; k < masks.Length; k++)
            if (space.AllowedMasks(space.Members[k]).All(mask => mask != 0)) (masks[k], room) = (1, room - AmountOf(space, k));
        if (room < 0) return null;
        for (var k = 0; k < masks.Length; k++)
            if (masks[k] == 0 && AmountOf(space, k) <= room && space.AllowedMasks(space.Members[k]).Any(mask => mask != 0))
                (masks[k], room) = (1, room - AmountOf(space, k));
        return masks;
    }

    /// <summary>
    /// A choice that fills the limit better than <paramref name="masks"/>, deciding 2 × <paramref name="half"/> items anew; null if there
    /// is none.
    /// </summary>
    public static ulong[]? Improve(SearchSpace space, ulong[] masks, int half)
    {
        var open = Open(space, masks, half);
        var room = space.Blocks.Links[space.Links[0]].Bound;
        for (var k = 0; k < masks.Length; k++)
            if (masks[k] != 0) room -= AmountOf(space, k);
        var target = room + open.Where(k => masks[k] != 0).Sum(k => AmountOf(space, k));
        var (left, right) = (Subsets(space, open[..(open.Length / 2)]), Subsets(space, open[(open.Length / 2)..]));
        var (best, leftSubset, rightSubset) = (target - room, -1, -1);
        for (int i = 0, j = right.Length - 1; i < left.Length && j >= 0;)
        {
            var sum = left[i].Sum + right[j].Sum;
            if (sum > target) j--;
            else
            {
                if (sum > best) (best, leftSubset, rightSubset) = (sum, left[i].Subset, right[j].Subset);
                i++;
            }
        }

        return leftSubset < 0 ? null : Chosen(masks, open, leftSubset, rightSubset);
    }

    // The items with the smallest amounts, as many chosen ones as left-out ones, whose choice is still open; the two kinds alternate.
    private static int[] Open(SearchSpace space, ulong[] masks, int half)
    {
        var open = Enumerable.Range(0, masks.Length)
            .Where(k => AmountOf(space, k) > 0 && space.AllowedMasks(space.Members[k]).Take(2).Count() == 2)
            .OrderBy(k => AmountOf(space, k)).ThenBy(k => k).ToLookup(k => masks[k] != 0);
        return [.. open[true].Take(half).Concat(open[false].Take(half)).OrderBy(k => k)];
    }

    private static (long Sum, int Subset)[] Subsets(SearchSpace space, int[] members)
    {
        var subsets = new (long Sum, int Subset)[1 << members.Length];
        for (var subset = 1; subset < subsets.Length; subset++)
        {
            var lowest = BitOperations.TrailingZeroCount(subset);
            subsets[subset] = (subsets[subset & (subset - 1)].Sum + AmountOf(space, members[lowest]), subset);
        }

        Array.Sort(subsets);
        return subsets;
    }

    private static ulong[] Chosen(ulong[] masks, int[] open, int leftSubset, int rightSubset)
    {
        var chosen = (ulong[])masks.Clone();
        for (var place = 0; place < open.Length; place++)
        {
            var isLeft = place < open.Length / 2;
            var bit = isLeft ? place : place - (open.Length / 2);
            chosen[open[place]] = (ulong)(((isLeft ? leftSubset : rightSubset) >> bit) & 1);
        }

        return chosen;
    }

    private static int ItemOf(SearchSpace space, int block) => space.Blocks.ItemsOf(block)[0];

    private static long AmountOf(SearchSpace space, int member) => space.Upper[ItemOf(space, space.Members[member])];
}
