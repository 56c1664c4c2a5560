// Reads one measure against one subject, step by step in the fixed order: window, condition, once, exclusive, quota, facts, formula.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Policy.Entitlements;

/// <summary>The steps from facts to an entitlement; each looks only at its own rule.</summary>
public static class Entitle
{
    /// <summary>What <paramref name="measure"/> gives for the facts of <paramref name="frame"/> (one value per slot).</summary>
    public static Entitlement FromFacts(CompiledMeasure measure, Value[] frame)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var standing = Stand(measure, frame);
        if (standing is { Standing: Standing.OutsideQuota }) return BeyondQuota(measure, frame);
        if (standing is { } stopped) return new Entitlement(measure, stopped.Standing, stopped.Missing);
        return Amount(measure, frame);
    }

    // Nothing is paid, but what the quota took away is part of the account.
    private static Entitlement BeyondQuota(CompiledMeasure measure, Value[] frame)
    {
        var gross = measure.Parts.Amount(frame);
        return new Entitlement(measure, Standing.OutsideQuota) { Gross = gross.IsNull ? Fraction.Zero : Fraction.Max(gross.Number, Fraction.Zero) };
    }

    private static (Standing Standing, string Missing)? Stand(CompiledMeasure measure, Value[] frame)
    {
        if (!measure.IsInForce || (measure.IsDraft && !measure.Fact(frame, FactNames.TreatDraftAsInForce).Holds)) return (Standing.DraftNotInForce, "");
        if (!IsInWindow(measure.Measure.Validity, measure.Fact(frame, measure.Measure.Validity.DateAttribute))) return (Standing.OutsideValidity, "");
        if (!measure.Parts.When(frame).Holds) return (Standing.NotEligible, "");
        if (IsUsedUp(measure, frame)) return (Standing.AlreadyPaid, "");
        if (measure.Measure.Exclusions.Count > 0 && measure.Fact(frame, FactNames.ExclusiveAwardTaken).Holds) return (Standing.ExclusiveAwardTaken, "");
        return Rank(measure, frame) ?? Required(measure, frame);
    }

    private static bool IsInWindow(Validity validity, Value date) =>
        date.IsNull
        || ((validity.From is null || string.CompareOrdinal(date.Text, validity.From) >= 0)
            && (validity.To is null || string.CompareOrdinal(date.Text, validity.To) <= 0));

    private static bool IsUsedUp(CompiledMeasure measure, Value[] frame) =>
        (measure.Measure.IsFirstTime || measure.Measure.OnceKeys.Count > 0) && measure.Fact(frame, FactNames.AlreadyPaid).Holds;

    private static (Standing, string)? Rank(CompiledMeasure measure, Value[] frame)
    {
        if (measure.Measure.Quota is not { RankBy: { } rankBy }) return null;
        var rank = measure.Fact(frame, rankBy);
        if (rank.IsNull) return (Standing.RankMissing, rankBy);
        var count = measure.Parts.QuotaCount!(frame);
        return rank.Number < 1 || rank.Number > count.Number ? (Standing.OutsideQuota, "") : null;
    }

    private static (Standing, string)? Required(CompiledMeasure measure, Value[] frame)
    {
        foreach (var name in measure.Measure.Requires)
        {
            if (measure.Fact(frame, name).IsNull) return (Standing.FactMissing, name);
        }

        return null;
    }

    private static Entitlement Amount(CompiledMeasure measure, Value[] frame)
    {
        var parts = measure.Parts;
        var gross = parts.Amount(frame);
        var caps = Rooms(parts.Caps, frame, cap => FactNames.Paid(measure.Measure.Caps[cap].Per), measure);
        if (gross.IsNull || caps is null) return new Entitlement(measure, Standing.AmountNotKnown, FirstMissing(measure, frame));
        return new Entitlement(measure, Standing.Entitled)
        {
            Gross = Fraction.Max(gross.Number, Fraction.Zero),
            Principal = ReadPrincipal(measure, frame),
            Caps = caps,
            UpliftFactor = parts.UpliftWhen is { } when && when(frame).Holds ? parts.UpliftFactor!(frame).Number : Fraction.One,
            UpliftBudget = Number(measure.Fact(frame, FactNames.UpliftBudgetLeft)),
            UpliftIsUnlimited = measure.Fact(frame, FactNames.UpliftBudgetUnlimited).Holds,
            Assessed = measure.Measure.IsCeiling ? Number(measure.Fact(frame, FactNames.AssessedAmount)) : null,
            Minimum = parts.Minimum is { } minimum ? Number(minimum(frame)) : null,
            PayoutRatio = measure.Measure.IsCeiling ? Number(measure.Fact(frame, FactNames.PayoutRatio)) ?? Fraction.One : Fraction.One,
            OtherLevelPaid = measure.Measure.TopUp is null ? Fraction.Zero : Number(measure.Fact(frame, FactNames.OtherLevelAwardPaid)) ?? Fraction.Zero,
            Payers = Shares(measure, frame),
        };
    }

    private static Fraction? Number(Value value) => value.IsNull ? null : value.Number;

    private static Room[]? Rooms(Bound[] amounts, Value[] frame, Func<int, string?> history, CompiledMeasure measure)
    {
        var rooms = new Room[amounts.Length];
        for (var cap = 0; cap < rooms.Length; cap++)
        {
            var amount = amounts[cap](frame);
            if (amount.IsNull) return null;
            var used = history(cap) is { } name ? Number(measure.Fact(frame, name)) ?? Fraction.Zero : Fraction.Zero;
            rooms[cap] = new Room(amount.Number, used);
        }

        return rooms;
    }

    // With a principal ceiling the formula is proportional to the principal, so its value on one yuan says all.
    private static Principal? ReadPrincipal(CompiledMeasure measure, Value[] frame)
    {
        var caps = measure.Measure.PrincipalCaps;
        if (caps.Count == 0) return null;
        var slot = measure.SlotOf(caps[0].Attribute);
        var onOneYuan = frame.ToArray();
        onOneYuan[slot] = Value.Of(Fraction.One);
        var rooms = Rooms(measure.Parts.PrincipalCaps, frame, cap => FactNames.PrincipalSubsidised(caps[cap].Per), measure);
        return new Principal(frame[slot].Number, Fraction.Max(measure.Parts.Amount(onOneYuan).Number, Fraction.Zero), rooms ?? []);
    }

    private static PaidShare[] Shares(CompiledMeasure measure, Value[] frame)
    {
        var shares = new List<PaidShare>();
        for (var index = 0; index < measure.Parts.Payers.Length; index++)
        {
            var (share, when) = measure.Parts.Payers[index];
            if (when is null || when(frame).Holds) shares.Add(new PaidShare(measure.Measure.Payers[index].Payer, share is null ? null : Number(share(frame))));
        }

        return [.. shares];
    }

    private static string FirstMissing(CompiledMeasure measure, Value[] frame) =>
        measure.Slots.Where((attribute, slot) => frame[slot].IsNull && measure.Parts.AmountReads(attribute.Name)).Select(attribute => attribute.Name).FirstOrDefault("");
}
