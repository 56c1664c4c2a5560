// Tells whether two claims exclude one another, and which of several rivals stay.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>The non-duplication relation between claims of one claimant.</summary>
internal static class Rival
{
    /// <summary>Whether a measure has an exclusion by that key.</summary>
    public static bool Has(MeasureTerms terms, ExclusionKey key)
    {
        foreach (var exclusion in terms.Exclusions)
        {
            if (exclusion.Key == key) return true;
        }

        return false;
    }

    /// <summary>Whether <paramref name="terms"/> excludes <paramref name="other"/> by that key and rule.</summary>
    public static bool Excludes(MeasureTerms terms, int other, ExclusionKey key, Keep keep)
    {
        foreach (var exclusion in terms.Exclusions)
        {
            if (exclusion.Key == key && exclusion.Keep == keep && exclusion.With.Contains(other)) return true;
        }

        return false;
    }

    /// <summary>Whether only the higher of two claims may stay.</summary>
    public static bool AreExclusive(SettlementState state, int a, int b, ExclusionKey key) =>
        Excludes(state.Terms(a), state.Claim(b).Measure, key, Keep.Highest) || Excludes(state.Terms(b), state.Claim(a).Measure, key, Keep.Highest);

    /// <summary>
    /// The claims that must go so that no two of <paramref name="rivals"/> exclude one another, each with the claim it
    /// yields to: the highest worth stays, ties keep the earlier, an unknown worth is the lowest.
    /// </summary>
    public static IEnumerable<(int Loser, int Winner)> Losers(
        IReadOnlyList<int> rivals, Func<int, Fraction?> worth, Func<int, int, bool> areExclusive)
    {
        if (rivals.Count < 2) yield break;
        if (rivals.Count == 2)
        {
            if (!areExclusive(rivals[0], rivals[1])) yield break;
            var firstStays = worth(rivals[1]) is not { } second || (worth(rivals[0]) is { } first && first >= second);
            yield return firstStays ? (rivals[1], rivals[0]) : (rivals[0], rivals[1]);
            yield break;
        }

        var ranked = rivals.Select((position, rank) => (position, rank, worth: worth(position)))
            .OrderBy(rival => rival.worth is null)
            .ThenByDescending(rival => rival.worth ?? Fraction.Zero)
            .ThenBy(rival => rival.rank);
        var kept = new List<int>();
        foreach (var (position, _, _) in ranked)
        {
            var winner = kept.FindIndex(other => areExclusive(position, other));
            if (winner < 0) kept.Add(position);
            else yield return (position, kept[winner]);
        }
    }

    /// <summary>The worth by which rivals are compared; null if the claim is undetermined.</summary>
    public static Fraction? WorthOf(SettlementState state, int position) =>
        state.Claim(position).State == ClaimState.Undetermined ? null : state.WorthOf(position);
}
