// The entitlement of a claim whose amount is given from outside, say drawn from past payments, instead of computed from facts.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Policy.Entitlements;

/// <summary>
/// Conditions and formula are not read, since whoever was paid before fulfilled them; ceilings whose amount depends on no fact clip the
/// given amount, the others are taken as met by it. The payers are the measure's.
/// </summary>
public static class EntitleAsPaid
{
    /// <summary>An entitlement to <paramref name="yuan"/>, at least 0, under <paramref name="measure"/>.</summary>
    public static Entitlement From(CompiledMeasure measure, Value[] frame, Fraction yuan)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (!measure.IsInForce) return new Entitlement(measure, Standing.DraftNotInForce);
        var rooms = measure.Parts.SharedRooms ?? [.. measure.Measure.Caps
            .Select((cap, index) => RoomOf(measure, cap.Amount, measure.Parts.Caps[index], frame, yuan))];
        return new Entitlement(measure, Standing.Entitled)
        {
            Gross = yuan,
            Caps = rooms,
            Payers = measure.Parts.SharedPayers ?? PayersOf(measure, frame),
            IsGiven = true,
        };
    }

    private static Room RoomOf(CompiledMeasure measure, Expression amount, Bound bound, Value[] frame, Fraction yuan) =>
        ExpressionNames.In(amount).All(measure.Measure.Figures.ContainsKey) && bound(frame) is { IsNull: false } ceiling
            ? new Room(ceiling.Number, Fraction.Zero)
            : new Room(yuan, Fraction.Zero);

    private static PaidShare[] PayersOf(CompiledMeasure measure, Value[] frame) =>
        [.. measure.Measure.Payers
            .Select((payer, index) => (payer.Payer, measure.Parts.Payers[index].Share, measure.Parts.Payers[index].When))
            .Where(payer => payer.When is not { } when || when(frame).Holds)
            .Select(payer => new PaidShare(payer.Payer, payer.Share?.Invoke(frame) is { IsNull: false } share ? share.Number : null))];
}
