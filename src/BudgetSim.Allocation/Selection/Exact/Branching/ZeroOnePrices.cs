// Tries to prove a choice with prices that are nothing or one whole unit of worth per cap.
using BudgetSim.Allocation.Selection.Exact.Blocks;
using BudgetSim.Allocation.Selection.Exact.Payments;
using BudgetSim.Allocation.Selection.Exact.Programs;

namespace BudgetSim.Allocation.Selection.Exact.Branching;

/// <summary>
/// Where every yuan is worth the same, a limit that is used up has the price of a yuan and the others cost nothing; of nested
/// limits only the largest is priced. Often that is the whole proof.
/// </summary>
internal static class ZeroOnePrices
{
    /// <summary>[link] the worth of a yuan for links that <paramref name="candidate"/> uses up, 0 for the others.</summary>
    public static Int128[] Of(SearchSpace space, CandidateFromChoice paying, Candidate candidate)
    {
        var blocks = space.Blocks;
        var prices = new Int128[blocks.Links.Length];
        var awards = new long[blocks.Program.Size];
        for (var k = 0; k < paying.Items.Length; k++) awards[paying.Items[k]] = candidate.Awards[k];
        var worth = space.Members.Length == 0 ? 0 : paying.Items.Max(item => blocks.Program.PerYuan[item]);
        var priced = new bool[blocks.Program.Size];
        foreach (var link in space.Links.OrderByDescending(link => blocks.Links[link].Items.Length))
        {
            var row = blocks.Links[link];
            if (!row.IsPlainSum || IsPriced(row, priced) || Paid(row, awards) < row.Bound) continue;
            prices[link] = worth;
            foreach (var item in row.Items) priced[item] = true;
        }

        return prices;
    }

    private static long Paid(ProgramRow row, long[] awards)
    {
        var sum = 0L;
        foreach (var item in row.Items) sum += awards[item];
        return sum;
    }

    private static bool IsPriced(ProgramRow row, bool[] priced)
    {
        foreach (var item in row.Items)
            if (priced[item]) return true;
        return false;
    }
}
