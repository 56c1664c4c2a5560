// Finds the first part of a measure's condition that a claim does not meet.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Claims;

/// <summary>Keeps the parts of each measure's condition; the answers are pure.</summary>
public sealed class FailedConditions
{
    private readonly Dictionary<CompiledMeasure, IReadOnlyList<(Expression Part, Bound Holds)>> _parts = [];

    /// <summary>The first failing part with the facts that were found, or null if every part holds.</summary>
    public Bilingual? Of(FiledClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var frame = claim.Measure.Frame(FactsOf(claim));
        if (!_parts.TryGetValue(claim.Measure, out var parts)) _parts.Add(claim.Measure, parts = PartsOf(claim.Measure));
        foreach (var (part, holds) in parts)
        {
            if (holds(frame).Number.Sign == 0) return new ExpressionText(claim.Measure, frame, namesFacts: true).Of(part);
        }

        return null;
    }

    /// <summary>The facts of a claim with its date under the name that its measure reads.</summary>
    internal static IReadOnlyDictionary<string, Value> FactsOf(FiledClaim claim) =>
        claim.Date is null
            ? claim.Facts
            : new Dictionary<string, Value>(claim.Facts) { [claim.Measure.Measure.Validity.DateAttribute] = Value.Of(claim.Date) };

    private static List<(Expression, Bound)> PartsOf(CompiledMeasure measure)
    {
        var faults = new List<Diagnostic>();
        return [.. Conjuncts(measure.Measure.When).Select(part => (part, measure.Bind(AsNumber(part), faults)))];
    }

    private static Expression.Choice AsNumber(Expression condition) => new(
        condition.At, condition, new Expression.Literal(condition.At, Value.Of(Fraction.One)),
        new Expression.Literal(condition.At, Value.Of(Fraction.Zero)));

    private static IEnumerable<Expression> Conjuncts(Expression condition) =>
        condition is Expression.Binary { Operator: Operator.And } both ? Conjuncts(both.Left).Concat(Conjuncts(both.Right)) : [condition];
}
