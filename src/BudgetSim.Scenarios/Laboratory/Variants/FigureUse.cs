// Tells what a measure uses its figures for, so that a new value need not mean that claims are read from the beginning.
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>A figure of a measure (by index) with its new value.</summary>
internal readonly record struct NewFigure(int Index, Measure Measure, string Figure, Fraction Value);

/// <summary>Figures that are nothing but ceilings, or nothing but parts of the formula.</summary>
internal static class FigureUse
{
    /// <summary>
    /// The new amounts by measure and ceiling; null unless every figure is itself the amount of ceilings and read by nothing else.
    /// </summary>
    public static IReadOnlyDictionary<(int Measure, int Cap), Fraction>? Ceilings(IEnumerable<NewFigure> figures)
    {
        var amounts = new Dictionary<(int, int), Fraction>();
        foreach (var (index, measure, figure, value) in figures)
        {
            var amongCaps = measure.Caps.Select(cap => cap.Amount).Where(amount => !IsFigure(amount, figure));
            if (Reads([measure.Formula.Lower(), .. Others(measure), .. amongCaps], figure)) return null;
            for (var cap = 0; cap < measure.Caps.Count; cap++)
            {
                if (!IsFigure(measure.Caps[cap].Amount, figure)) continue;
                // it ties enterprises together
                if (measure.Caps[cap].Per is CapScope.Group or CapScope.Park or CapScope.ProgrammeYear) return null;
                amounts[(index, cap)] = value;
            }
        }

        return amounts;
    }

    /// <summary>Whether a figure by itself is nothing but the amount of ceilings.</summary>
    public static bool IsCeiling(NewFigure figure) => Ceilings([figure]) is { Count: > 0 };

    /// <summary>Whether every figure is read by the formula of its measure only, so that nothing but gross amounts can change.</summary>
    public static bool AreFormulas(IEnumerable<NewFigure> figures) =>
        figures.All(each => !Reads([.. Others(each.Measure), .. each.Measure.Caps.Select(cap => cap.Amount)], each.Figure));

    private static bool Reads(IEnumerable<Expression> expressions, string figure) =>
        expressions.SelectMany(ExpressionNames.In).Contains(figure);

    private static bool IsFigure(Expression expression, string figure) => expression is Expression.Name name && name.Identifier == figure;

    // What is neither the formula nor a ceiling of money.
    private static IEnumerable<Expression> Others(Measure measure) =>
        new[] { measure.When, measure.Minimum, measure.Quota?.Count, measure.Uplift?.Factor, measure.Uplift?.When, measure.Priority?.When }
            .Concat(measure.PrincipalCaps.Select(cap => cap.Amount))
            .Concat(measure.Payers.SelectMany(payer => new[] { payer.Share, payer.When }))
            .OfType<Expression>();
}
