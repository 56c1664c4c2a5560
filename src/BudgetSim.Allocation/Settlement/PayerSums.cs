// Step 11: what each payer bears of all awards.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>Sums of the payers' shares, exact.</summary>
internal static class PayerSums
{
    private const int FewShares = 32;

    /// <summary>The sums in yuan, <c>[payer]</c>: a single payer without a share takes all; shares that are not stated are left out.</summary>
    public static Fraction[] Of(SettlementState state)
    {
        var sums = new Fraction[state.Input.Payers.Count];
        var shares = new List<(ClaimPayer Payer, long Yuan)>();
        for (var position = 0; position < state.Count; position++)
        {
            var award = state.Awards[position];
            if (award.Yuan == 0 || award.IsUndetermined || !state.Terms(position).IsOutlay) continue;
            var payers = state.Claim(position).Payers;
            for (var index = 0; index < payers.Count; index++)
            {
                var share = payers[index].Share ?? (payers.Count == 1 ? Fraction.One : Fraction.Zero);
                Add(shares, sums, new ClaimPayer(payers[index].Payer, share), award.Yuan);
            }
        }

        foreach (var (payer, yuan) in shares) sums[payer.Payer] += payer.Share!.Value * yuan;
        return sums;
    }

    // Few shares are ever stated: their yuan are summed first and multiplied once.
    private static void Add(List<(ClaimPayer Payer, long Yuan)> shares, Fraction[] sums, ClaimPayer payer, long yuan)
    {
        for (var index = 0; index < shares.Count; index++)
        {
            if (shares[index].Payer != payer) continue;
            shares[index] = (payer, shares[index].Yuan + yuan);
            return;
        }

        if (shares.Count < FewShares) shares.Add((payer, yuan));
        else sums[payer.Payer] += payer.Share!.Value * yuan;
    }
}
