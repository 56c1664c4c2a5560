// What a claim is about, by name: enterprise, project, loan, item, event, group, park.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Simulation.Settlement;

/// <summary>The objects of a claim by name; null where it names none.</summary>
public sealed record ClaimObjects(string Enterprise)
{
    public string? Project { get; init; }

    public string? Loan { get; init; }

    public string? Item { get; init; }

    public string? Event { get; init; }

    public string? Group { get; init; }

    public string? Park { get; init; }
}
