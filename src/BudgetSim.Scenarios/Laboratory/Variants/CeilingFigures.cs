// Tells which figures are nothing but ceilings, so that a new value needs no claim to be read again.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>A figure that is itself the amount of ceilings and that no other expression of its measure reads.</summary>
internal static class CeilingFigures
{
    /// <summary>The new amounts by measure and ceiling; null unless every changed figure is nothing but a ceiling.</summary>
    public static IReadOnlyDictionary<(int Measure, int Cap), Fraction>? Of(IEnumerable<(int Index, Measure Measure, string Figure, Fraction Value)> figures)
    {
        var amounts = new Dictionary<(int, int), Fraction>();
        foreach (var (index, measure, figure, value) in figures)
        {
            if (OtherExpressions(measure, figure).SelectMany(ExpressionNames.In).Contains(figure)) return null;
            for (var cap = 0; cap < measure.Caps.Count; cap++)
            {
                if (IsFigure(measure.Caps[cap].Amount, figure)) amounts[(index, cap)] = value;
            }
        }

        return amounts;
    }

    private static bool IsFigure(Expression expression, string figure) => expression is Expression.Name name && name.Identifier == figure;

    private static IEnumerable<Expression> OtherExpressions(Measure measure, string figure) =>
        new[] { measure.When, measure.Formula.Lower(), measure.Minimum, measure.Quota?.Count, measure.Uplift?.Factor, measure.Uplift?.When, measure.Priority?.When }
            .Concat(measure.Caps.Select(cap => cap.Amount).Where(amount => !IsFigure(amount, figure)))
            .Concat(measure.PrincipalCaps.Select(cap => cap.Amount))
            .Concat(measure.Payers.SelectMany(payer => new[] { payer.Share, payer.When }))
            .OfType<Expression>();
}
