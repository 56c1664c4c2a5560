// A claim as people file it, by name.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Simulation.Settlement;

/// <summary>One application: the measure, its objects, an ISO date or null, and the facts by vocabulary name.</summary>
public sealed record FiledClaim(
    string Id, CompiledMeasure Measure, ClaimObjects Objects, string? Date, IReadOnlyDictionary<string, Value> Facts)
{
    /// <summary>What another policy of the same city pays for the same matter, in yuan.</summary>
    public Fraction OtherPolicyAward { get; init; }

    /// <summary>A formula of a higher level in place of the measure's own; null: its own.</summary>
    public Bound? SuperiorFormula { get; init; }
}
