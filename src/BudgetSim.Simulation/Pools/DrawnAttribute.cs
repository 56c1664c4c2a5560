// An attribute of the pool with its draw and its basis.

namespace BudgetSim.Simulation.Pools;

/// <summary>One attribute of a subject and how it is drawn.</summary>
public sealed record DrawnAttribute(string Name, AttributeDraw Draw, Basis Basis)
{
    /// <summary>Whose it is, where an enterprise has several projects or loans.</summary>
    public ObjectLevel Level { get; init; } = ObjectLevel.Loan;
}
