// A choice for the blocks of a component with its whole-yuan awards.
namespace BudgetSim.Allocation.Selection.Exact.Payments;

/// <summary>[place in the component's members] the choice, [place in the component's items] the award, and the objective.</summary>
internal sealed record Candidate(ulong[] Masks, long[] Awards, Int128 Objective);
