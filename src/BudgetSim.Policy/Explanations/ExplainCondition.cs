// Explains who is eligible, condition by condition.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Policy.Explanations;

/// <summary>A condition as its conjuncts; an "or" as its alternatives.</summary>
internal static class ExplainCondition
{
    public static IReadOnlyList<ExplanationStep> Conjuncts(CompiledMeasure measure, Value[] frame, Expression when, ExpressionText text) =>
        [.. Split(when, Operator.And).Select(part => Step(measure, frame, part, text))];

    private static ExplanationStep Step(CompiledMeasure measure, Value[] frame, Expression part, ExpressionText text) =>
        new("condition", text.Of(part))
        {
            Outcome = measure.Read(part, frame).Holds ? StepOutcome.Holds : StepOutcome.Fails,
            Parts = part is Expression.Binary { Operator: Operator.Or }
                ? [.. Split(part, Operator.Or).Select(alternative => Step(measure, frame, alternative, text))]
                : [],
        };

    private static IEnumerable<Expression> Split(Expression expression, Operator by) =>
        expression is Expression.Binary binary && binary.Operator == by
            ? Split(binary.Left, by).Concat(Split(binary.Right, by))
            : [expression];
}
