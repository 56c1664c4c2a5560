// Writes an expression back as text, with the value of every name behind it.
using System.Text;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Explanations;

/// <summary>Expressions of one measure over one frame, such as <c>equipment_investment_ex_vat [800万元] >= minimum_investment [500万]</c>.</summary>
public sealed class ExpressionText(CompiledMeasure measure, Value[] frame)
{
    private const int LongestName = 28;

    private static readonly Dictionary<Operator, (string Zh, string En, int Power)> Signs = new()
    {
        [Operator.Or] = ("或", "or", 1),
        [Operator.And] = ("且", "and", 2),
        [Operator.Equal] = ("=", "==", 4),
        [Operator.NotEqual] = ("≠", "!=", 4),
        [Operator.Less] = ("<", "<", 4),
        [Operator.LessOrEqual] = ("≤", "<=", 4),
        [Operator.Greater] = (">", ">", 4),
        [Operator.GreaterOrEqual] = ("≥", ">=", 4),
        [Operator.Add] = ("+", "+", 5),
        [Operator.Subtract] = ("-", "-", 5),
        [Operator.Multiply] = ("×", "*", 6),
        [Operator.Divide] = ("÷", "/", 6),
    };

    private const int NotPower = 3, NegatePower = 7;

    /// <summary>The expression in both languages.</summary>
    public Bilingual Of(Expression expression) => new(Write(expression, 0, "zh"), Write(expression, 0, "en"));

    /// <summary>A fact by its name, with its value.</summary>
    public Bilingual OfName(string name) => new(Name(name, "zh"), Name(name, "en"));

    private string Write(Expression expression, int outer, string language) => expression switch
    {
        Expression.Literal { Value.Kind: ValueKind.Text } text => text.Value.ToString(),
        Expression.Literal literal => ValueText.OfFigure(literal.Value, language),
        Expression.Name name => Name(name.Identifier, language),
        Expression.Unary { Operator: Operator.Not } not => Closed(Word("非", "not ", language) + Write(not.Operand, NotPower, language), NotPower, outer),
        Expression.Unary negative => "-" + Write(negative.Operand, NegatePower, language),
        Expression.Binary binary => WriteBinary(binary, outer, language),
        Expression.Membership membership => $"{Write(membership.Item, NotPower + 1, language)} {Word("属于", "in", language)} [{Joined(membership.Members, language)}]",
        Expression.Choice choice => $"if({Joined([choice.Condition, choice.Then, choice.Otherwise], language)})",
        Expression.Call call => $"{call.Function.ToString().ToLowerInvariant()}({Joined(call.Arguments, language)})",
        _ => expression.ToString(),
    };

    private string WriteBinary(Expression.Binary binary, int outer, string language)
    {
        var (zh, en, power) = Signs[binary.Operator];
        return Closed($"{Write(binary.Left, power, language)} {Word(zh, en, language)} {Write(binary.Right, power + 1, language)}", power, outer);
    }

    private string Joined(IEnumerable<Expression> parts, string language) => string.Join(", ", parts.Select(part => Write(part, 0, language)));

    private static string Closed(string text, int power, int outer) => power < outer ? $"({text})" : text;

    private static string Word(string zh, string en, string language) => language == "zh" ? zh : en;

    private string Name(string identifier, string language)
    {
        if (measure.Measure.Figures.TryGetValue(identifier, out var figure)) return $"{identifier} [{ValueText.OfFigure(figure, language)}]";
        var slot = measure.SlotOf(identifier);
        if (slot < 0) return identifier;
        var attribute = measure.Slots[slot];
        return $"{Label(attribute, language)} [{ValueText.Of(frame[slot], attribute.Type, language)}]";
    }

    // The Chinese meaning without its remarks; in English the name that files use.
    private static string Label(Vocabularies.Attribute attribute, string language)
    {
        if (language != "zh") return attribute.Name;
        var label = WithoutBrackets(attribute.Meaning.Zh).Split('；', '。', ';')[0].Trim();
        return label.Length is > 0 and <= LongestName ? label : attribute.Name;
    }

    private static string WithoutBrackets(string text)
    {
        var depth = 0;
        var kept = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '（' or '(') depth++;
            if (depth == 0) kept.Append(character);
            if (character is '）' or ')') depth = Math.Max(0, depth - 1);
        }

        return kept.ToString();
    }

    /// <summary>An amount as explanations write it: <c>500万元</c> and <c>5,000,000 yuan</c>.</summary>
    public static Bilingual Yuan(Fraction yuan) => new(QuantityText.FormatYuan(yuan), QuantityText.FormatYuanInEnglish(yuan));
}
