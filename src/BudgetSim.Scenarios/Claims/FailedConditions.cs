// Finds the first part of a measure's condition that a claim does not meet.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
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
            if (holds(frame).Number.Sign == 0) return new Bilingual(Text(claim.Measure, part, frame, inChinese: true), Text(claim.Measure, part, frame, inChinese: false));
        }

        return null;
    }

    /// <summary>The facts of a claim with its date under the name that its measure reads.</summary>
    internal static IReadOnlyDictionary<string, Value> FactsOf(FiledClaim claim) =>
        claim.Date is null ? claim.Facts : new Dictionary<string, Value>(claim.Facts) { [claim.Measure.Measure.Validity.DateAttribute] = Value.Of(claim.Date) };

    private static List<(Expression, Bound)> PartsOf(CompiledMeasure measure)
    {
        var faults = new List<Diagnostic>();
        return [.. Conjuncts(measure.Measure.When).Select(part => (part, measure.Bind(AsNumber(part), faults)))];
    }

    private static Expression.Choice AsNumber(Expression condition) => new(
        condition.At, condition, new Expression.Literal(condition.At, Value.Of(Fraction.One)), new Expression.Literal(condition.At, Value.Of(Fraction.Zero)));

    private static IEnumerable<Expression> Conjuncts(Expression condition) =>
        condition is Expression.Binary { Operator: Operator.And } both ? Conjuncts(both.Left).Concat(Conjuncts(both.Right)) : [condition];

    private static string Text(CompiledMeasure measure, Expression part, Value[] frame, bool inChinese)
    {
        var words = new ConditionText(measure, inChinese);
        var facts = ExpressionNames.In(part).Distinct().Where(name => measure.SlotOf(name) >= 0 && !measure.Measure.Figures.ContainsKey(name)).ToList();
        var found = facts.Select(name => facts.Count == 1 ? Shown(frame[measure.SlotOf(name)], inChinese) : $"{words.Name(name)} {Shown(frame[measure.SlotOf(name)], inChinese)}");
        return words.Of(part) + (facts.Count == 0 ? "" : inChinese ? $"（实际：{string.Join("，", found)}）" : $" (found: {string.Join(", ", found)})");
    }

    private static string Shown(Value value, bool inChinese) => value.Kind switch
    {
        ValueKind.Null => inChinese ? "未填" : "not given",
        ValueKind.Truth => inChinese ? (value.Holds ? "是" : "否") : value.ToString(),
        ValueKind.Text => value.Text!,
        _ => value.ToString(),
    };
}
