// One claim of an enterprise, as it is told.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Measures;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Explanations;

/// <summary>
/// One claim; <see cref="Steps"/> are in the order of the settlement. Entitlement and award are null where they are not known.
/// </summary>
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

    /// <summary>Why it is paid nothing, or why its amount is not known, where the steps do not say it; may be empty.</summary>
    public Text Why { get; init; } = Text.Empty;

    /// <summary>The name of the measure.</summary>
    public Text Title => new(Measure.Title.Zh, Measure.Title.En);

    /// <summary>What decided the amount, down to the condition that failed; the formula where nothing else did.</summary>
    public Text DecidedBy()
    {
        if (All(Steps).LastOrDefault(step => step.Decides) is not { } step) return Why != Text.Empty ? Why : new Text("公式", "formula");
        var failed = step.Parts.Where(part => part.Outcome is StepOutcome.Fails or StepOutcome.Unknown).Select(part => part.Text).ToList();
        var text = new Text(step.Text.Zh, step.Text.En);
        return failed.Count == 0
            ? text
            : text + new Text(
                "：" + string.Join("；", failed.Select(part => part.Zh)), ": " + string.Join("; ", failed.Select(part => part.En)));
    }

    /// <summary>Why a claim is paid nothing, or why its amount is not known, in a sentence.</summary>
    public Text Verdict()
    {
        var (title, why) = (Title, DecidedBy());
        return Award is null
            ? new Text(
                $"“{title.Zh}”（{Measure.Article}）金额未定：{why.Zh}。", $"“{title.En}” ({Measure.Article}): the amount is not known, {why.En}.")
            : new Text(
                $"“{title.Zh}”（{Measure.Article}）未兑现，由此决定：{why.Zh}。",
                $"“{title.En}” ({Measure.Article}) is paid nothing, decided by {why.En}.");
    }

    private static IEnumerable<ExplanationStep> All(IEnumerable<ExplanationStep> steps) =>
        steps.SelectMany(step => All(step.Parts).Prepend(step));
}
