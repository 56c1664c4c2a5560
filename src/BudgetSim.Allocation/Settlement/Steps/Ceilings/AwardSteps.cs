// The steps from a claim's gross to its award, and the deductions they stand for.
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement.Steps.Ceilings;

/// <summary>
/// The award in whole yuan and the amount after each step: under the shared ceilings, with the uplift above them, after
/// discretion, and beyond what other levels paid. <paramref name="Cap"/> is the ceiling that bound last, -1 if none did.
/// </summary>
internal readonly record struct AwardSteps(long Yuan, Fraction UnderCap, Fraction Capped, Fraction Granted, Fraction ToppedUp, int Cap)
{
    /// <summary>
    /// From the amount under the claim's own ceilings (and the uplift's extra that is paid for) to the award: what earlier claims
    /// used of the ceilings, <c>[ceiling]</c>, discretion, what other levels and other policies paid.
    /// </summary>
    public static AwardSteps Of(
        MeasureTerms terms, Claim claim, Fraction @base, Fraction extra, ReadOnlySpan<Fraction> used, Fraction paidByOtherLevels)
    {
        var underCap = terms.UpliftsAfterCaps ? @base : @base + extra;
        var binding = -1;
        for (var cap = 0; cap < used.Length; cap++)
        {
            if (terms.CapArray[cap].IsJoint) continue;
            ref readonly var under = ref claim.Rooms[cap];
            var room = Fraction.Max(under.Amount - under.Used - used[cap], Fraction.Zero);
            if (room >= underCap) continue;
            underCap = room;
            binding = cap;
        }

        var capped = terms.UpliftsAfterCaps ? underCap + Fraction.Min(extra, underCap * (claim.UpliftFactor - Fraction.One)) : underCap;
        var granted = Worth.Discretion(terms, claim, capped);
        var toppedUp = Fraction.Max(granted - claim.OtherLevelPaid - paidByOtherLevels, Fraction.Zero);
        var net = Fraction.Max(toppedUp - claim.OtherPolicyAward, Fraction.Zero);
        return new AwardSteps((long)net.Floor(), underCap, capped, granted, toppedUp, binding);
    }

    /// <summary>
    /// Notes what each step took off; <paramref name="wanted"/> has the whole extra of the uplift, <paramref name="affordable"/> the extra
    /// that its pot pays.
    /// </summary>
    public void Record(SettlementState state, int position, Fraction gross, Fraction wanted, Fraction affordable)
    {
        var claim = state.Claim(position);
        var lifted = claim.UpliftFactor == Fraction.One ? gross : gross * claim.UpliftFactor;
        Down(state, position, DeductionStage.PrincipalCap, state.Whole(position), lifted, -1);
        Down(state, position, DeductionStage.OwnCap, lifted, wanted, OwnCap(claim, lifted, wanted));
        Down(state, position, DeductionStage.UpliftBudget, wanted, affordable, -1);
        Down(state, position, DeductionStage.SharedCap, affordable, Capped, Cap);
        Down(state, position, DeductionStage.Discretion, Capped, Granted, -1);
        Down(state, position, DeductionStage.TopUp, Granted, ToppedUp, -1);
        Down(state, position, DeductionStage.OtherPolicy, ToppedUp, Yuan, -1);
    }

    private static void Down(SettlementState state, int position, DeductionStage stage, Fraction from, Fraction to, int detail)
    {
        if (from != to) state.TakeOff(position, stage, (long)(from.Floor() - to.Floor()), detail);
    }

    private static int OwnCap(Claim claim, Fraction lifted, Fraction wanted)
    {
        for (var cap = 0; cap < claim.Caps.Count && lifted > wanted; cap++)
        {
            if (claim.Caps[cap].Amount == wanted) return cap;
        }

        return -1;
    }
}
