// The whole explanation tree of one evaluation.
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Cli.Evaluating;

/// <summary>The measure at the root, the steps in the order of the assessment below it, what decided at the end.</summary>
internal static class EvaluationExplanation
{
    public static ExplanationStep From(EvaluatedRequest evaluated)
    {
        var (evaluation, measure) = (evaluated.Evaluation, evaluated.Measure.Measure);
        List<ExplanationStep> steps =
        [
            .. ExplainEntitlement.From(evaluation.Entitlement, evaluated.Measure.Frame(evaluated.Facts), evaluated.Library),
            .. DecidingStep.Deductions(evaluation),
        ];
        var verdict = new ExplanationStep("decided-by", DecidingStep.Sentence(evaluation, steps));
        var (zh, en) = evaluation.IsUndetermined ? new Bilingual("不确定", "UNDETERMINED") : ExpressionText.Exact(evaluation.Yuan);
        return new ExplanationStep("measure", new Bilingual(
            $"{measure.Id} {measure.Title.In("zh")}（{measure.Article}）：{zh}",
            $"{measure.Id} {measure.Title.In("en")} ({measure.Article}): {en}"))
        {
            Source = measure.Article,
            Parts = [.. steps, verdict],
        };
    }
}
