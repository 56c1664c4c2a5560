// The claims that one pot pays, and the ways in which it can pay them less.
using BudgetSim.Allocation.Settlement.Steps.State;

namespace BudgetSim.Allocation.Settlement.Steps.Funds;

/// <summary>The claims of one chain, in order. <paramref name="Head"/> is the first claim's position + 1, 0 if there is none.</summary>
internal readonly record struct FundClaims(SettlementState State, int Head)
{
    private const int DigitBits = 10, Digits = 1 << DigitBits;

    /// <summary>The first claim, -1 if there is none.</summary>
    public int First => Head - 1;

    /// <summary>The claim after <paramref name="position"/>, -1 after the last.</summary>
    public int Next(int position) => State.Chains.Next(position);

    /// <summary>The sum of their awards in yuan.</summary>
    public long Sum()
    {
        long sum = 0;
        for (var position = First; position >= 0; position = Next(position)) sum += State.Awards[position].Yuan;
        return sum;
    }

    /// <summary>Cuts every award by the same ratio and rounds down to the yuan; <paramref name="claimed"/> is their sum.</summary>
    public void CutProRata(long available, long claimed, int fund)
    {
        for (var position = First; position >= 0; position = Next(position))
            State.Reduce(position, Share.Of(State.Awards[position].Yuan, available, claimed), DeductionStage.Fund, fund);
    }

    /// <summary>
    /// Cuts by the same ratio so that all of <paramref name="available"/> is paid: left-over yuan go to the largest remainders, ties to the
    /// earlier claim.
    /// </summary>
    public void CutToTheYuan(long available, long claimed, int fund)
    {
        if (claimed == available) return;
        var (least, ofLeast) = LeastRemainder(available, claimed);
        for (var position = First; position >= 0; position = Next(position))
        {
            var yuan = Share.Of(State.Awards[position].Yuan, available, claimed, out var remainder);
            if (remainder > least || (remainder == least && ofLeast-- > 0)) yuan++;
            State.Reduce(position, yuan, DeductionStage.Fund, fund);
        }
    }

    /// <summary>Pays in order until the money is used; returns what is left.</summary>
    public long SpendInOrder(long available, DeductionStage stage, int detail)
    {
        for (var position = First; position >= 0; position = Next(position))
        {
            var paid = Math.Min(State.Awards[position].Yuan, available);
            available -= paid;
            State.Reduce(position, paid, stage, detail);
        }

        return available;
    }

    // The yuan that rounding down leaves are fewer than there are claims with a remainder. The least remainder that gets
    // one, and how many claims with exactly that one do: found digit by digit from the top by counting the values of the
    // digit, so that no list of remainders is kept. Where all of a value get one, what is below that value need not be told apart.
    private (long Least, long OfLeast) LeastRemainder(long available, long claimed)
    {
        Span<int> counts = stackalloc int[Digits];
        long prefix = 0, more = available;
        for (var position = First; position >= 0; position = Next(position))
            more -= Share.Of(State.Awards[position].Yuan, available, claimed);
        if (more == 0) return (long.MaxValue, 0);
        for (var shift = 60; shift >= 0; shift -= DigitBits)
        {
            if (claimed >> shift == 0) continue;
            counts.Clear();
            for (var position = First; position >= 0; position = Next(position))
            {
                Share.Of(State.Awards[position].Yuan, available, claimed, out var remainder);
                if (Prefix(remainder, shift) == prefix) counts[(int)((remainder >> shift) & (Digits - 1))]++;
            }

            var digit = Digits - 1;
            for (; counts[digit] < more; digit--) more -= counts[digit];
            prefix = (prefix << DigitBits) | (uint)digit;
            if (counts[digit] == more) return ((prefix << shift) - 1, 0);
        }

        return (prefix, more);
    }

    private static long Prefix(long remainder, int shift) => shift + DigitBits > 63 ? 0 : remainder >> (shift + DigitBits);
}
