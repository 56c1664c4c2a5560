// One claim of an enterprise, as it is told.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Reports.Explanations;

/// <summary>One claim; <see cref="Steps"/> are in the order of the settlement. Entitlement and award are null where they are not known.</summary>
public sealed record StoryClaim(string Id, Measure Measure, Money? Entitlement, Money? Award)
{
    /// <summary>The steps: gates, formula, ceilings, deductions, payers.</summary>
    public IReadOnlyList<ExplanationStep> Steps { get; init; } = [];

    /// <summary>What was taken off, in order; entitlement less deductions is the award.</summary>
    public IReadOnlyList<StoryDeduction> Deductions { get; init; } = [];

    /// <summary>Who pays, where the text says so.</summary>
    public IReadOnlyList<StoryPayer> Payers { get; init; } = [];

    /// <summary>Whether the award leaves a budget.</summary>
    public bool IsOutlay => Measure.Effect == LedgerEffect.Award;
}
