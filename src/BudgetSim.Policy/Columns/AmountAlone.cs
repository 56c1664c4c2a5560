// What an entitlement comes to by itself: under its own ceilings, with its whole uplift, before it meets another claim.
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Entitlements;

namespace BudgetSim.Policy.Columns;

/// <summary>The exact yuan of one entitlement without other claims and without funds; the reference for columns.</summary>
public static class AmountAlone
{
    /// <summary>Yuan, exact and not rounded; null if undetermined, 0 if the rules give nothing.</summary>
    public static Fraction? Of(Entitlement entitlement)
    {
        ArgumentNullException.ThrowIfNull(entitlement);
        if (entitlement.IsUndetermined) return null;
        if (entitlement.Standing != Standing.Entitled) return Fraction.Zero;
        var amount = OnPrincipalLeft(entitlement) * entitlement.UpliftFactor;
        for (var cap = 0; cap < entitlement.Caps.Count; cap++)
        {
            if (entitlement.Measure.Measure.Caps[cap].Per != CapScope.Group) amount = Fraction.Min(amount, Left(entitlement.Caps[cap]));
        }

        return Fraction.Max(Granted(entitlement, amount) - entitlement.OtherLevelPaid, Fraction.Zero);
    }

    private static Fraction OnPrincipalLeft(Entitlement entitlement)
    {
        if (entitlement.Principal is not { } principal) return entitlement.Gross;
        var left = principal.Amount;
        foreach (var cap in principal.Caps) left = Fraction.Min(left, cap.Amount - cap.Used);
        return principal.AwardPerYuan * Fraction.Max(left, Fraction.Zero);
    }

    private static Fraction Granted(Entitlement entitlement, Fraction amount)
    {
        if (entitlement.Assessed is { } assessed) amount = Fraction.Min(amount, assessed);
        if (entitlement.Measure.Measure.IsCeiling && entitlement.Minimum is { } minimum) amount = Fraction.Max(amount, minimum);
        return amount * entitlement.PayoutRatio;
    }

    private static Fraction Left(Room room) => Fraction.Max(room.Amount - room.Used, Fraction.Zero);
}
