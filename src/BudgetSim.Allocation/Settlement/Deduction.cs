// What one step of a settlement took off one claim.
using System.Runtime.InteropServices;

namespace BudgetSim.Allocation.Settlement;

/// <summary>
/// Whole yuan taken off one claim. <paramref name="Detail"/> is the ceiling's index, the claim that won, or the fund,
/// by stage; -1 where nothing more is to be said. Negative where a step added (the minimum of a range).
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Deduction(int Claim, DeductionStage Stage, long Yuan, int Detail);
