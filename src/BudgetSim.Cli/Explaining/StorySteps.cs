// The steps of one claim's money path: what the rules give, then what the settlement took off.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Explanations;

namespace BudgetSim.Cli.Explaining;

/// <summary>Why whole yuan were taken off, and the article that says so.</summary>
internal sealed record StoryReason(long Yuan, Bilingual Text, string Article);

/// <summary>Steps in the fixed order of the settlement.</summary>
internal static class StorySteps
{
    private const string Payer = "payer";

    /// <summary>
    /// The gates, the formula and the ceilings as they stood before the settlement; what was <paramref name="taken"/> and what that leaves;
    /// who pays. A claim whose amount is not known ends with what the rules say.
    /// </summary>
    public static IReadOnlyList<ExplanationStep> Of(
        Entitlement entitlement,
        Value[] facts,
        PolicyLibrary library,
        long? paid,
        IReadOnlyList<StoryReason> taken,
        IReadOnlyList<StoryPayer> payers)
    {
        var before = ExplainEntitlement.From(entitlement, facts, library);
        if (paid is not { } yuan) return before;
        return [.. before.Where(step => step.Id != Payer), .. Deductions(yuan, taken), .. payers.Select(PaidBy)];
    }

    private static ExplanationStep PaidBy(StoryPayer payer)
    {
        var amount = ExpressionText.Exact(payer.Amount.Yuan);
        return new ExplanationStep(Payer, new Bilingual($"出资：{payer.Name.Zh} {amount.Zh}", $"payer: {payer.Name.En} {amount.En}"));
    }

    // The last one decided.
    private static IEnumerable<ExplanationStep> Deductions(long paid, IReadOnlyList<StoryReason> taken)
    {
        var left = paid + taken.Sum(reason => reason.Yuan);
        for (var index = 0; index < taken.Count; index++)
        {
            var (yuan, text) = (taken[index].Yuan, taken[index].Text);
            left -= yuan;
            var amount = ExpressionText.Exact(Math.Abs(yuan));
            yield return new ExplanationStep(
                "deduction",
                new Bilingual(
                    $"{text.Zh}：{(yuan < 0 ? "加" : "减")} {amount.Zh}", $"{text.En}: {(yuan < 0 ? "adds" : "takes off")} {amount.En}"))
            {
                Yuan = left,
                Source = taken[index].Article,
                Decides = index == taken.Count - 1,
            };
        }
    }
}
