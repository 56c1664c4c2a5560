// Says what decided the amount of an evaluation, from the entitlement and what the settlement took off.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Cli.Evaluating;

/// <summary>The steps after the formula: each thing that took money off, with the amount that was left.</summary>
internal static class DecidingStep
{
    /// <summary>
    /// The deductions of the one claim of <paramref name="evaluation"/>; the last of them decided the amount. A claim that a condition
    /// stopped has none.
    /// </summary>
    public static IReadOnlyList<ExplanationStep> Deductions(Evaluation evaluation)
    {
        if (evaluation.Entitlement.Standing != Standing.Entitled) return [];
        var taken = evaluation.Settled.Result.Deductions.Where(deduction => deduction.Claim == 0).ToList();
        var left = taken.Sum(deduction => deduction.Yuan) + evaluation.Yuan;
        var steps = new List<ExplanationStep>();
        foreach (var deduction in taken)
        {
            left -= deduction.Yuan;
            steps.Add(Step(evaluation, deduction, left));
        }

        return [.. steps.Select((step, index) => step with { Decides = index == steps.Count - 1 && !evaluation.IsUndetermined })];
    }

    /// <summary>What decided, in words; <paramref name="steps"/> are all steps of the explanation.</summary>
    public static Bilingual Sentence(Evaluation evaluation, IReadOnlyList<ExplanationStep> steps)
    {
        if (steps.LastOrDefault(step => step.Decides) is { } decisive)
            return new Bilingual($"决定因素：{decisive.Text.Zh}", $"decided by: {decisive.Text.En}");
        return evaluation.IsUndetermined
            ? new Bilingual("决定因素：上浮资金余额未填，且影响金额", "decided by: the money left for the uplift is not given, and it matters")
            : new Bilingual("决定因素：计算公式，未触及限额", "decided by: the formula; no ceiling was reached");
    }

    private static ExplanationStep Step(Evaluation evaluation, Deduction deduction, long left)
    {
        var stage = StageWords.Of(deduction.Stage);
        var cap = CapOf(evaluation.Entitlement, deduction);
        var amount = ExpressionText.Exact(Math.Abs(deduction.Yuan));
        var (zh, en) = deduction.Yuan < 0 ? ("加", "adds") : ("减", "takes off");
        return new ExplanationStep("deduction", new Bilingual(
            $"{stage.In(Language.Zh)}{(cap is null ? "" : $"（{cap.Zh}）")}{zh} {amount.Zh}",
            $"{stage.In(Language.En)}{(cap is null ? "" : $" ({cap.En})")} {en} {amount.En}"))
        {
            Yuan = left,
        };
    }

    private static Bilingual? CapOf(Entitlement entitlement, Deduction deduction)
    {
        if (deduction.Stage is not (DeductionStage.OwnCap or DeductionStage.SharedCap or DeductionStage.GroupCap) || deduction.Detail < 0)
            return null;
        var (cap, room) = (entitlement.Measure.Measure.Caps[deduction.Detail], entitlement.Caps[deduction.Detail]);
        var (per, amount) = (PerText.Of(cap), ExpressionText.Yuan(room.Amount));
        return new Bilingual($"{per.Zh} {amount.Zh}", $"{per.En} {amount.En}");
    }
}
