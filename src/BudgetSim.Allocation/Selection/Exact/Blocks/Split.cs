// Two halves of a subproblem.
namespace BudgetSim.Allocation.Selection.Exact.Blocks;

/// <summary>One half: what is demanded of a block's choice, or of an item's award.</summary>
internal sealed record Half(int Block, ulong Take, ulong Leave, int Item, long Lower, long Upper)
{
    /// <summary>Narrows the space; the action it gives widens it again.</summary>
    public Action Apply(SearchSpace space)
    {
        var filter = space.Filter;
        var (take, leave) = (filter.MustTake[Block], filter.MustLeave[Block]);
        filter.MustTake[Block] |= Take;
        filter.MustLeave[Block] |= Leave;
        if (Item < 0) return () => (filter.MustTake[Block], filter.MustLeave[Block]) = (take, leave);
        var (lower, upper) = (space.Lower[Item], space.Upper[Item]);
        (space.Lower[Item], space.Upper[Item]) = (Lower, Upper);
        return () =>
        {
            (filter.MustTake[Block], filter.MustLeave[Block]) = (take, leave);
            (space.Lower[Item], space.Upper[Item]) = (lower, upper);
        };
    }
}

/// <summary>The more promising half comes first.</summary>
internal sealed record Split(Half First, Half Second)
{
    /// <summary>On the first item that only one of two choices has; the half of <paramref name="preferred"/> comes first.</summary>
    public static Split OfChoice(int block, ulong preferred, ulong other)
    {
        var difference = preferred ^ other;
        var bit = difference & (~difference + 1);
        var (take, leave) = (new Half(block, bit, 0, -1, 0, 0), new Half(block, 0, bit, -1, 0, 0));
        return (preferred & bit) != 0 ? new Split(take, leave) : new Split(leave, take);
    }

    /// <summary>An award is at most a whole number near <paramref name="guess"/>, or more and then chosen.</summary>
    public static Split OfAward(SearchSpace space, int item, double guess)
    {
        var (lower, upper) = (space.Lower[item], space.Upper[item]);
        var middle = Math.Clamp((long)Math.Floor(guess + 1e-6), lower, upper - 1);
        var block = Array.FindIndex(space.Members, member => space.Blocks.ItemsOf(member).Contains(item));
        var bit = 1UL << space.Blocks.ItemsOf(space.Members[block]).IndexOf(item);
        return new Split(
            new Half(space.Members[block], bit, 0, item, middle + 1, upper),
            new Half(space.Members[block], 0, 0, item, lower, middle));
    }

    /// <summary>Both, in order.</summary>
    public IEnumerable<Half> Halves() => [First, Second];
}
