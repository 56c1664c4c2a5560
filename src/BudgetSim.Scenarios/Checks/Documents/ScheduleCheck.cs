// Checks tiers and brackets: rows that can never be reached, and two rows that decide one amount.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Checks.Documents;

/// <summary>Schedules of amounts.</summary>
internal static class ScheduleCheck
{
    public static IEnumerable<Diagnostic> Faults(CheckedDocument document) => document.Measures.SelectMany(measure => measure.Formula switch
    {
        Formula.Tiered tiered => Tiers(tiered, measure),
        Formula.Brackets brackets => Rows(brackets, measure),
        _ => [],
    });

    private static IEnumerable<Diagnostic> Tiers(Formula.Tiered tiered, Measure measure)
    {
        for (var later = 1; later < tiered.Tiers.Count; later++)
        {
            var earlier = Enumerable.Range(0, later)
                .FirstOrDefault(index => Covers(tiered.Tiers[index].When, tiered.Tiers[later].When, measure), -1);
            if (earlier >= 0) yield return NeverReached(tiered.Tiers[later].When.At, later, earlier);
        }
    }

    // Every condition of the earlier tier follows from one of the later tier.
    private static bool Covers(Expression earlier, Expression later, Measure measure) =>
        ExpressionParts.Conjuncts(earlier).All(asked => ExpressionParts.Conjuncts(later).Any(given => Implies(given, asked, measure)));

    private static bool Implies(Expression given, Expression asked, Measure measure)
    {
        if (asked is Expression.Literal { Value.Holds: true } || ExpressionParts.Text(given) == ExpressionParts.Text(asked)) return true;
        if (given is not Expression.Binary a || asked is not Expression.Binary b
                || ExpressionParts.Text(a.Left) != ExpressionParts.Text(b.Left))
            return false;
        if (ExpressionParts.Constant(a.Right, measure) is not { } given1 || ExpressionParts.Constant(b.Right, measure) is not { } asked1)
            return false;
        return (a.Operator, b.Operator) switch
        {
            (Operator.Greater or Operator.GreaterOrEqual, Operator.GreaterOrEqual) or (Operator.Greater, Operator.Greater) =>
                given1 >= asked1,
            (Operator.GreaterOrEqual, Operator.Greater) => given1 > asked1,
            (Operator.Less or Operator.LessOrEqual, Operator.LessOrEqual) or (Operator.Less, Operator.Less) => given1 <= asked1,
            (Operator.LessOrEqual, Operator.Less) => given1 < asked1,
            _ => false,
        };
    }

    private static IEnumerable<Diagnostic> Rows(Formula.Brackets brackets, Measure measure)
    {
        var rows = brackets.Rows
            .Select(row => (From: ExpressionParts.Constant(row.From, measure),
                To: ExpressionParts.Constant(row.To, measure),
                IsOpen: row.To is null,
                row.From.At))
            .ToList();
        for (var later = 0; later < rows.Count; later++)
        {
            var row = rows[later];
            if (row.From > row.To) yield return EndsFirst(row.At, row.From!.Value, row.To!.Value);
            var other = rows.Take(later)
                .FirstOrDefault(earlier => Overlap(
                    earlier.From, earlier.IsOpen ? null : earlier.To, earlier.IsOpen, row.From, row.To, row.IsOpen, brackets.IsMarginal));
            if (other.At != default) yield return Overlapping(row.At, row.From!.Value, other.At);
        }
    }

    // In a marginal schedule two rows may share an end: no part of the quantity lies on it.
    private static bool Overlap(
        Fraction? from, Fraction? to, bool isOpen, Fraction? otherFrom, Fraction? otherTo, bool otherIsOpen, bool mayTouch)
    {
        if (from is not { } a || otherFrom is not { } b || (!isOpen && to is null) || (!otherIsOpen && otherTo is null)) return false;
        bool Reaches(Fraction? end, bool open, Fraction start) => open || (mayTouch ? end > start : end >= start);
        return Reaches(to, isOpen, b) && Reaches(otherTo, otherIsOpen, a);
    }

    private static Diagnostic NeverReached(Place at, int later, int earlier) =>
        Diagnostic.Error(
            at,
            "BS126",
            $"tier {later + 1} is never reached: tier {earlier + 1} holds whenever it does",
            "put the narrower condition first");

    private static Diagnostic Overlapping(Place at, Fraction from, Place other) =>
        Diagnostic.Error(
            at,
            "BS127",
            $"the bracket from {QuantityText.Format(from)} overlaps the one of line {other.Line}: two rows decide one amount",
            "both ends belong to a bracket: end one before the next begins");

    private static Diagnostic EndsFirst(Place at, Fraction from, Fraction to) =>
        Diagnostic.Error(
            at,
            "BS141",
            $"the bracket goes from {QuantityText.Format(from)} to {QuantityText.Format(to)}: it ends before it begins",
            "exchange from and to");
}
