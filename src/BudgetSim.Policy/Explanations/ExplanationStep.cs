// One step of an explanation: what was asked, what came out, and the parts it follows from.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Explanations;

/// <summary>What a step found.</summary>
public enum StepOutcome
{
    /// <summary>The step states something and tests nothing.</summary>
    None,

    /// <summary>What was asked holds.</summary>
    Holds,

    /// <summary>What was asked does not hold; a fact that is not given counts as such.</summary>
    Fails,

    /// <summary>It cannot be said, because a fact is missing.</summary>
    Unknown,
}

/// <summary>
/// A node of the explanation tree. <paramref name="Id"/> is the rule's place in the order of an assessment (window,
/// condition, once, exclusion, rank, fact, formula, uplift, cap, ...), the same for every measure.
/// </summary>
public sealed record ExplanationStep(string Id, Bilingual Text)
{
    /// <summary>Whether it holds.</summary>
    public StepOutcome Outcome { get; init; }

    /// <summary>The amount after this step in yuan, exact; null where the step has none.</summary>
    public Fraction? Yuan { get; init; }

    /// <summary>Whether this step decided the amount.</summary>
    public bool Decides { get; init; }

    /// <summary>The article, where it differs from the measure's own.</summary>
    public string Source { get; init; } = "";

    /// <summary>What it follows from, in the order of the text.</summary>
    public IReadOnlyList<ExplanationStep> Parts { get; init; } = [];
}
