// What every choice of a component loses against a price bound, as small tables.
namespace BudgetSim.Allocation.Selection.Exact.Losses;

/// <summary>
/// A block with more than one choice that may still be part of a better answer: <see cref="Masks"/> and <see cref="Loss"/> [option], and
/// <see cref="Use"/> [option][place in Links] of the rows it touches, counted from option 0.
/// </summary>
internal sealed record LossBlock(int Member, ulong[] Masks, long[] Loss, int[] Links, long[][] Use);

/// <summary>
/// Every answer with the choices o loses at least Σ <see cref="LossBlock.Loss"/>[o] + Σ <see cref="Penalty"/>(<see cref="Beyond"/> + Σ
/// use[o]) of <see cref="Bound"/>, in units of 1/<see cref="Scale"/>. <see cref="Masks"/> [member] has option 0 of every block;
/// <see cref="Beyond"/> and <see cref="Penalty"/> are by row of the component.
/// </summary>
internal sealed record LossModel(Int128 Bound, long Scale, ulong[] Masks, LossBlock[] Blocks, long[] Beyond, RoomPenalty[] Penalty);
