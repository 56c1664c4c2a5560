// Writes an expression back as text, with the value of every name behind it.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Explanations;

/// <summary>
/// Expressions of one measure over one frame, such as <c>年度技改设备实际投资额 [800万元] ≥ 500万</c>: facts by their label, figures of law by their
/// value; with <paramref name="namesFacts"/> the name that files use stands behind the label.
/// </summary>
public sealed class ExpressionText(CompiledMeasure measure, Value[] frame, bool namesFacts = false)
{

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
        Expression.Unary { Operator: Operator.Not } not =>
            Closed(Word("非", "not ", language) + Write(not.Operand, NotPower, language), NotPower, outer),
        Expression.Unary negative => "-" + Write(negative.Operand, NegatePower, language),
        Expression.Binary binary => WriteBinary(binary, outer, language),
        Expression.Membership membership =>
            $"{Write(membership.Item, NotPower + 1, language)} {Word("属于", "in", language)} [{Joined(membership.Members, language)}]",
        Expression.Choice choice => $"{Word("如果", "if", language)}({Joined([choice.Condition, choice.Then, choice.Otherwise], language)})",
        Expression.Call call => $"{Word(call.Function, language)}({Joined(call.Arguments, language)})",
        _ => expression.ToString(),
    };

    private string WriteBinary(Expression.Binary binary, int outer, string language)
    {
        var (zh, en, power) = Signs[binary.Operator];
        return Closed(
            $"{Write(binary.Left, power, language)} {Word(zh, en, language)} {Write(binary.Right, power + 1, language)}", power, outer);
    }

    private string Joined(IEnumerable<Expression> parts, string language) =>
        string.Join(", ", parts.Select(part => Write(part, 0, language)));

    private static string Closed(string text, int power, int outer) => power < outer ? $"({text})" : text;

    private static string Word(Function function, string language) => function switch
    {
        Function.Min when language == "zh" => "取低",
        Function.Max when language == "zh" => "取高",
        Function.Floor when language == "zh" => "取整",
        _ => function.ToString().ToLowerInvariant(),
    };

    private static string Word(string zh, string en, string language) => language == "zh" ? zh : en;

    private string Name(string identifier, string language)
    {
        if (measure.Measure.Figures.TryGetValue(identifier, out var figure)) return ValueText.OfFigure(figure, language);
        var slot = measure.SlotOf(identifier);
        if (slot < 0) return identifier;
        var attribute = measure.Slots[slot];
        var label = namesFacts ? AttributeLabel.WithName(attribute, language) : AttributeLabel.Of(attribute, language);
        return $"{label}{(label.EndsWith('）') ? "" : " ")}[{ValueText.Of(frame[slot], attribute.Type, language)}]";
    }

    /// <summary>An amount that is reckoned or paid, to the yuan and below: <c>5,000,000元</c> and <c>5,000,000 yuan</c>.</summary>
    public static Bilingual Exact(Fraction yuan) => new(QuantityText.Digits(yuan) + "元", QuantityText.FormatYuanInEnglish(yuan));

    /// <summary>An amount of law or a fact as explanations write it: <c>500万元</c> and <c>5,000,000 yuan</c>.</summary>
    public static Bilingual Yuan(Fraction yuan) => new(QuantityText.FormatYuan(yuan), QuantityText.FormatYuanInEnglish(yuan));
}
