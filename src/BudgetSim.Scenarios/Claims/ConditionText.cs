// Writes an expression as a clerk reads it.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Scenarios.Claims;

/// <summary>Expressions with figures put in and, in Chinese, facts called by their meaning.</summary>
internal sealed class ConditionText(CompiledMeasure measure, bool inChinese)
{
    private static readonly Dictionary<Operator, (string Sign, int Rank)> Signs = new()
    {
        [Operator.Or] = (" or ", 1),
        [Operator.And] = (" and ", 2),
        [Operator.Not] = ("not ", 3),
        [Operator.Equal] = (" = ", 4),
        [Operator.NotEqual] = (" ≠ ", 4),
        [Operator.Less] = (" < ", 4),
        [Operator.LessOrEqual] = (" ≤ ", 4),
        [Operator.Greater] = (" > ", 4),
        [Operator.GreaterOrEqual] = (" ≥ ", 4),
        [Operator.Add] = (" + ", 5),
        [Operator.Subtract] = (" - ", 5),
        [Operator.Multiply] = (" × ", 6),
        [Operator.Divide] = (" / ", 6),
        [Operator.Negate] = ("-", 7),
    };

    private static readonly Dictionary<Operator, string> Chinese = new() { [Operator.Or] = " 或 ", [Operator.And] = " 且 ", [Operator.Not] = "非 " };

    public string Of(Expression expression) => Write(expression, 0);

    /// <summary>A fact's name as this text writes it.</summary>
    public string Name(string identifier) =>
        inChinese && measure.SlotOf(identifier) is >= 0 and var slot && measure.Slots[slot].Meaning.Zh is { Length: > 0 } meaning ? meaning : identifier;

    private string Write(Expression expression, int outer) => expression switch
    {
        Expression.Literal literal => Shown(literal.Value),
        Expression.Name name => measure.Measure.Figures.TryGetValue(name.Identifier, out var figure) ? Shown(figure) : Name(name.Identifier),
        Expression.Unary unary => Sign(unary.Operator) + Write(unary.Operand, Signs[unary.Operator].Rank),
        Expression.Binary binary => Bracketed(Write(binary.Left, Signs[binary.Operator].Rank) + Sign(binary.Operator) + Write(binary.Right, Signs[binary.Operator].Rank + 1), Signs[binary.Operator].Rank, outer),
        Expression.Membership membership => $"{Write(membership.Item, 5)} ∈ {{{string.Join(", ", membership.Members.Select(Of))}}}",
        Expression.Choice choice => $"if({Of(choice.Condition)}, {Of(choice.Then)}, {Of(choice.Otherwise)})",
        Expression.Call call => $"{call.Function.ToString().ToLowerInvariant()}({string.Join(", ", call.Arguments.Select(Of))})",
        _ => "…",
    };

    private string Sign(Operator sign) => inChinese && Chinese.TryGetValue(sign, out var word) ? word : Signs[sign].Sign;

    private static string Bracketed(string text, int rank, int outer) => rank < outer ? $"({text})" : text;

    private string Shown(Value value) => value.Kind switch
    {
        ValueKind.Number when value.Number >= 10_000 => inChinese ? QuantityText.FormatYuan(value.Number)[..^1] : QuantityText.FormatYuanInEnglish(value.Number).Replace(" yuan", "", StringComparison.Ordinal),
        ValueKind.Text => value.Text!,
        _ => value.ToString(),
    };
}
