// Reads one measure against one subject, step by step in the fixed order: window, condition, once, exclusive, quota, facts, formula.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Policy.Entitlements;

/// <summary>The steps from facts to an entitlement; each looks only at its own rule.</summary>
public static class Entitle
{
    // More yuan than any list of claims uses of a ceiling.
    private const long NeverUsedUp = 1_000_000_000_000_000;

    /// <summary>What <paramref name="measure"/> gives for the facts of <paramref name="frame"/> (one value per slot).</summary>
    public static Entitlement FromFacts(CompiledMeasure measure, Value[] frame)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var standing = Stand(measure, frame);
        if (standing is { Standing: Standing.OutsideQuota }) return BeyondQuota(measure, frame);
        if (standing is { } stopped) return new Entitlement(measure, stopped.Standing, stopped.Missing);
        return Amount(measure, frame);
    }

    /// <summary>
    /// The entitlement of a claim that meets the conditions, where a term of a higher level puts <paramref name="yuan"/> in place of
    /// formula, uplift and ceilings; what the authority decides and who pays stays.
    /// </summary>
    public static Entitlement Replaced(CompiledMeasure measure, Value[] frame, Fraction yuan)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var amount = AtLeastZero(yuan);
        var caps = new Room[measure.Parts.Caps.Length];
        Array.Fill(caps, new Room(amount, -NeverUsedUp));
        return Known(measure, frame, amount, caps) with { Principal = null, UpliftFactor = Fraction.One };
    }

    // Nothing is paid, but what the quota took away is part of the account.
    private static Entitlement BeyondQuota(CompiledMeasure measure, Value[] frame)
    {
        var gross = measure.Parts.Amount(frame);
        return new Entitlement(measure, Standing.OutsideQuota)
        {
            Gross = gross.IsNull ? Fraction.Zero : Fraction.Max(gross.Number, Fraction.Zero),
        };
    }

    /// <summary>The formula by itself in yuan, at least 0, before any ceiling; null where a fact of it is not known.</summary>
    public static Fraction? Gross(CompiledMeasure measure, Value[] frame)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var gross = measure.Parts.Amount(frame);
        return gross.IsNull ? null : AtLeastZero(gross.Number);
    }

    private static (Standing Standing, string Missing)? Stand(CompiledMeasure measure, Value[] frame)
    {
        var steps = measure.Steps;
        if (!measure.IsInForce || (measure.IsDraft && !frame[steps.TreatDraftAsInForce].Holds)) return (Standing.DraftNotInForce, "");
        if (!IsInWindow(measure.Measure.Validity, in frame[steps.Date])) return (Standing.OutsideValidity, "");
        if (!measure.Parts.When(frame).Holds) return (Standing.NotEligible, "");
        if (IsUsedUp(measure, frame)) return (Standing.AlreadyPaid, "");
        if (measure.Measure.Exclusions.Count > 0 && frame[steps.ExclusiveAwardTaken].Holds) return (Standing.ExclusiveAwardTaken, "");
        return Rank(measure, frame) ?? Required(measure, frame);
    }

    private static bool IsInWindow(Validity validity, in Value date) =>
        date.IsNull
        || ((validity.From is null || string.CompareOrdinal(date.Text, validity.From) >= 0)
            && (validity.To is null || string.CompareOrdinal(date.Text, validity.To) <= 0));

    private static bool IsUsedUp(CompiledMeasure measure, Value[] frame) =>
        (measure.Measure.IsFirstTime || measure.Measure.OnceKeys.Count > 0) && frame[measure.Steps.AlreadyPaid].Holds;

    private static (Standing, string)? Rank(CompiledMeasure measure, Value[] frame)
    {
        if (measure.Measure.Quota is not { RankBy: { } rankBy }) return null;
        ref readonly var rank = ref frame[measure.Steps.Rank];
        if (rank.IsNull) return (Standing.RankMissing, rankBy);
        var count = measure.Parts.QuotaCount!(frame);
        return rank.Number < 1 || rank.Number > count.Number ? (Standing.OutsideQuota, "") : null;
    }

    private static (Standing, string)? Required(CompiledMeasure measure, Value[] frame)
    {
        var required = measure.Steps.Required;
        for (var index = 0; index < required.Length; index++)
        {
            if (frame[required[index]].IsNull) return (Standing.FactMissing, measure.Measure.Requires[index]);
        }

        return null;
    }

    private static Entitlement Amount(CompiledMeasure measure, Value[] frame)
    {
        var (parts, steps) = (measure.Parts, measure.Steps);
        var gross = parts.Amount(frame);
        var caps = parts.SharedRooms is { } shared && HasNoHistory(steps.Paid, frame) ? shared : Rooms(parts.Caps, frame, steps.Paid);
        if (gross.IsNull || caps is null) return new Entitlement(measure, Standing.AmountNotKnown, FirstMissing(measure, frame));
        return Known(measure, frame, gross.Number, caps);
    }

    private static Entitlement Known(CompiledMeasure measure, Value[] frame, Fraction gross, Room[] caps)
    {
        var (parts, steps, isCeiling) = (measure.Parts, measure.Steps, measure.Measure.IsCeiling);
        return new Entitlement(measure, Standing.Entitled)
        {
            Gross = AtLeastZero(gross),
            Principal = ReadPrincipal(measure, frame),
            Caps = caps,
            UpliftFactor = parts.UpliftWhen is { } when && when(frame).Holds ? parts.UpliftFactor!(frame).Number : Fraction.One,
            UpliftBudget = Number(in frame[steps.UpliftBudgetLeft]),
            UpliftIsUnlimited = frame[steps.UpliftBudgetUnlimited].Holds,
            Assessed = isCeiling ? Number(in frame[steps.AssessedAmount]) : null,
            Minimum = parts.Minimum is { } minimum ? Number(minimum(frame)) : null,
            PayoutRatio = isCeiling ? Number(in frame[steps.PayoutRatio]) ?? Fraction.One : Fraction.One,
            OtherLevelPaid = measure.Measure.TopUp is null ? Fraction.Zero : Number(in frame[steps.OtherLevelAwardPaid]) ?? Fraction.Zero,
            Payers = parts.SharedPayers ?? Shares(measure, frame),
        };
    }

    private static Fraction AtLeastZero(Fraction number) => number.Sign < 0 ? Fraction.Zero : number;

    private static Fraction? Number(in Value value) => value.IsNull ? null : value.Number;

    // Null and 0 are the same history.
    private static bool HasNoHistory(int[] history, Value[] frame)
    {
        foreach (var slot in history)
        {
            if (slot >= 0 && frame[slot].Number.Sign != 0) return false;
        }

        return true;
    }

    private static Room[]? Rooms(Bound[] amounts, Value[] frame, int[] history)
    {
        var rooms = new Room[amounts.Length];
        for (var cap = 0; cap < rooms.Length; cap++)
        {
            var amount = amounts[cap](frame);
            if (amount.IsNull) return null;
            var used = history[cap] >= 0 ? Number(in frame[history[cap]]) ?? Fraction.Zero : Fraction.Zero;
            rooms[cap] = new Room(amount.Number, used);
        }

        return rooms;
    }

    // With a principal ceiling the formula is proportional to the principal, so its value on one yuan says all: the
    // frame is lent to the formula with that one yuan and given back as it was.
    private static Principal? ReadPrincipal(CompiledMeasure measure, Value[] frame)
    {
        var slot = measure.Steps.Principal;
        if (slot < 0) return null;
        var rooms = Rooms(measure.Parts.PrincipalCaps, frame, measure.Steps.PrincipalSubsidised);
        var principal = frame[slot];
        frame[slot] = Value.Of(Fraction.One);
        var onOneYuan = measure.Parts.Amount(frame);
        frame[slot] = principal;
        return new Principal(principal.Number, AtLeastZero(onOneYuan.Number), rooms ?? []);
    }

    private static PaidShare[] Shares(CompiledMeasure measure, Value[] frame)
    {
        var shares = new List<PaidShare>();
        for (var index = 0; index < measure.Parts.Payers.Length; index++)
        {
            var (share, when) = measure.Parts.Payers[index];
            if (when is null || when(frame).Holds)
                shares.Add(new PaidShare(measure.Measure.Payers[index].Payer, share is null ? null : Number(share(frame))));
        }

        return [.. shares];
    }

    private static string FirstMissing(CompiledMeasure measure, Value[] frame) =>
        measure.Slots.Where((attribute, slot) => frame[slot].IsNull && measure.Parts.AmountReads(attribute.Name))
            .Select(attribute => attribute.Name)
            .FirstOrDefault("");
}
