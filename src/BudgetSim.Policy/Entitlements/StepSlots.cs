// Where in a measure's frame the fixed steps find their facts, looked up by name once.
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Policy.Entitlements;

/// <summary>Slots of one measure; -1 for a fact that the vocabulary does not have or the measure does not ask for.</summary>
internal sealed class StepSlots(Measure measure, Func<string, int> slotOf, Func<int, bool> isWord)
{
    public int Date { get; } = slotOf(measure.Validity.DateAttribute);

    public int AlreadyPaid { get; } = slotOf(FactNames.AlreadyPaid);

    public int ExclusiveAwardTaken { get; } = slotOf(FactNames.ExclusiveAwardTaken);

    public int OtherLevelAwardPaid { get; } = slotOf(FactNames.OtherLevelAwardPaid);

    public int AssessedAmount { get; } = slotOf(FactNames.AssessedAmount);

    public int PayoutRatio { get; } = slotOf(FactNames.PayoutRatio);

    public int UpliftBudgetLeft { get; } = slotOf(FactNames.UpliftBudgetLeft);

    public int UpliftBudgetUnlimited { get; } = slotOf(FactNames.UpliftBudgetUnlimited);

    public int TreatDraftAsInForce { get; } = slotOf(FactNames.TreatDraftAsInForce);

    public int Rank { get; } = measure.Quota?.RankBy is { } rank ? slotOf(rank) : -1;

    public int Principal { get; } = measure.PrincipalCaps.Count > 0 ? slotOf(measure.PrincipalCaps[0].Attribute) : -1;

    /// <summary>The facts without which an eligible claim is undetermined, <c>[required]</c>.</summary>
    public int[] Required { get; } = [.. measure.Requires.Select(slotOf)];

    /// <summary>What was paid before inside each ceiling, <c>[cap]</c>; -1 for ceilings without history.</summary>
    public int[] Paid { get; } = [.. measure.Caps.Select(cap => FactNames.Paid(cap.Per) is { } name ? slotOf(name) : -1)];

    /// <summary>What was subsidised before inside each ceiling on principal, <c>[cap]</c>.</summary>
    public int[] PrincipalSubsidised { get; } = [.. measure.PrincipalCaps.Select(cap => slotOf(FactNames.PrincipalSubsidised(cap.Per)))];

    /// <summary>
    /// The attributes that the once rule counts by; for a first-time award the words that its condition reads, since each title has a first
    /// time.
    /// </summary>
    public int[] Once { get; } = measure.IsFirstTime
        ? [.. ExpressionNames.In(measure.When).Select(slotOf).Where(slot => slot >= 0 && isWord(slot)).Distinct()]
        : [.. measure.OnceKeys.Select(slotOf).Where(slot => slot >= 0)];
}
