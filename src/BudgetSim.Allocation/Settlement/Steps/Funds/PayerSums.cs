// Step 11: what each payer bears of all awards.
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement.Steps.Funds;

/// <summary>Sums of the payers' shares, exact.</summary>
internal static class PayerSums
{
    private const int FewShares = 32;

    /// <summary>
    /// The sums in yuan, <c>[payer]</c>, and those of each year of payment in <paramref name="byYear"/>: a single payer without a share
    /// takes all; shares that are not stated are left out.
    /// </summary>
    public static Fraction[] Of(SettlementState state, Dictionary<int, Fraction[]> byYear)
    {
        var shares = new Dictionary<int, List<(ClaimPayer Payer, long Yuan)>>();
        for (var position = 0; position < state.Count; position++)
        {
            var award = state.Awards[position];
            if (award.Yuan == 0 || award.IsUndetermined || !state.Terms(position).IsOutlay) continue;
            AddParts(state, shares, byYear, state.Claim(position), state.Claim(position).Year, award.Yuan);
        }

        foreach (var late in state.LatePayments)
        {
            var claim = state.Claim(late.Claim);
            AddParts(state, shares, byYear, claim, claim.Year, -late.Yuan);
            AddParts(state, shares, byYear, claim, late.Year, late.Yuan);
        }

        foreach (var (year, ofYear) in shares)
        {
            foreach (var (payer, yuan) in ofYear) byYear[year][payer.Payer] += payer.Share!.Value * yuan;
        }

        if (byYear.Count == 1) return byYear.Values.Single();
        var sums = new Fraction[state.Input.Payers.Count];
        foreach (var ofYear in byYear.Values)
        {
            for (var payer = 0; payer < sums.Length; payer++) sums[payer] += ofYear[payer];
        }

        return sums;
    }

    private static void AddParts(
        SettlementState state,
        Dictionary<int, List<(ClaimPayer Payer, long Yuan)>> shares,
        Dictionary<int, Fraction[]> byYear,
        Claim claim,
        int year,
        long yuan)
    {
        if (!shares.TryGetValue(year, out var ofYear))
        {
            shares.Add(year, ofYear = []);
            byYear.Add(year, new Fraction[state.Input.Payers.Count]);
        }

        for (var index = 0; index < claim.Payers.Count; index++)
        {
            var share = claim.Payers[index].Share ?? (claim.Payers.Count == 1 ? Fraction.One : Fraction.Zero);
            Add(ofYear, byYear[year], new ClaimPayer(claim.Payers[index].Payer, share), yuan);
        }
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
