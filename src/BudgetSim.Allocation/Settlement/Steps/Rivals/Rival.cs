// Tells whether two claims exclude one another, and which of several rivals stay.
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement.Steps.Rivals;

/// <summary>The non-duplication relation between claims of one claimant.</summary>
internal static class Rival
{
    /// <summary>Whether any measure has an exclusion by that key, or one under which a claim yields whatever it is worth.</summary>
    public static bool Has(IReadOnlyList<MeasureTerms> measures, ExclusionKey key, bool onlyYielding = false)
    {
        for (var measure = 0; measure < measures.Count; measure++)
        {
            foreach (var exclusion in measures[measure].ExclusionArray)
                if (exclusion.Key == key && (!onlyYielding || exclusion.Keep != Keep.Highest)) return true;
        }

        return false;
    }

    /// <summary>
    /// Which measures exclude another by that key or are excluded by another, <c>[measure]</c>: one of two need not say so.
    /// </summary>
    public static bool[] TakingPart(IReadOnlyList<MeasureTerms> measures, ExclusionKey key)
    {
        var takesPart = new bool[measures.Count];
        for (var measure = 0; measure < takesPart.Length; measure++)
        {
            foreach (var exclusion in measures[measure].ExclusionArray)
            {
                if (exclusion.Key != key) continue;
                takesPart[measure] = true;
                foreach (var other in exclusion.With) takesPart[other] = true;
            }
        }

        return takesPart;
    }

    /// <summary>Whether <paramref name="terms"/> excludes <paramref name="other"/> by that key and rule.</summary>
    public static bool Excludes(MeasureTerms terms, int other, ExclusionKey key, Keep keep)
    {
        foreach (var exclusion in terms.ExclusionArray)
        {
            if (exclusion.Key == key && exclusion.Keep == keep && exclusion.With.Contains(other)) return true;
        }

        return false;
    }

    /// <summary>Whether only the higher of two claims may stay.</summary>
    public static bool AreExclusive(SettlementState state, int a, int b, ExclusionKey key) =>
        Excludes(state.Terms(a), state.Claim(b).Measure, key, Keep.Highest)
            || Excludes(state.Terms(b), state.Claim(a).Measure, key, Keep.Highest);

    /// <summary>The worth by which rivals are compared; null if the claim is undetermined.</summary>
    public static Fraction? WorthOf(SettlementState state, int position) =>
        state.Claim(position).State == ClaimState.Undetermined ? null : state.WorthOf(position);
}
