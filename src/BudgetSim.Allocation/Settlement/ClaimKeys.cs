// The objects by which claims meet each other, as dense numbers.
namespace BudgetSim.Allocation.Settlement;

/// <summary>The objects a claim is about, as dense numbers from 0; -1 where the claim names none.</summary>
public readonly record struct ClaimKeys(
    int Enterprise, int Project = -1, int Loan = -1, int Item = -1, int Event = -1, int Group = -1, int Park = -1);
