// Writes an expression of a rule as people write it, with the figures of law in the place of their names.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Naming;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Reports.Rules;

/// <summary>The words of one measure's expressions in one language; facts by their meaning, figures by their value.</summary>
internal sealed class RuleWords(Measure measure, Vocabulary vocabulary, Language language)
{
    private const int LongestName = 40;
    private const int SumPower = 5, ProductPower = 6;

    private static readonly Dictionary<Operator, (string Zh, string En, int Power)> Signs = new()
    {
        [Operator.Or] = ("或", "or", 1),
        [Operator.And] = ("且", "and", 2),
        [Operator.Equal] = ("为", "is", 4),
        [Operator.NotEqual] = ("不为", "is not", 4),
        [Operator.Less] = ("小于", "<", 4),
        [Operator.LessOrEqual] = ("不超过", "≤", 4),
        [Operator.Greater] = ("超过", ">", 4),
        [Operator.GreaterOrEqual] = ("不少于", "≥", 4),
        [Operator.Add] = ("+", "+", SumPower),
        [Operator.Subtract] = ("-", "-", SumPower),
        [Operator.Multiply] = ("×", "×", ProductPower),
        [Operator.Divide] = ("÷", "÷", ProductPower),
    };

    /// <summary>The value of a fact in words: yes and no, choices by their meaning, money in yuan.</summary>
    public static Text Fact(Attribute attribute, Value value)
    {
        if (value.Kind != ValueKind.Text)
            return new Text(ValueText.Of(value, attribute.Type, "zh"), ValueText.Of(value, attribute.Type, "en"));
        var words = ChoiceWords.Of(value);
        return new Text(words.Zh, words.En);
    }

    /// <summary>An amount in yuan.</summary>
    public string Amount(Expression expression) => Constant(expression) is { } yuan ? Yuan(yuan) : Of(expression);

    /// <summary>A rate or any other expression.</summary>
    public string Of(Expression expression) => Write(expression, 0);

    /// <summary>The number that the expression is whatever the facts are, or null.</summary>
    public Fraction? Constant(Expression expression) => expression switch
    {
        Expression.Literal { Value.Kind: ValueKind.Number } literal => literal.Value.Number,
        Expression.Name name when measure.Figures.TryGetValue(name.Identifier, out var figure) && figure.Kind == ValueKind.Number =>
            figure.Number,
        _ => null,
    };

    /// <summary>Yuan: 万元 and 亿元, or digits.</summary>
    public string Yuan(Fraction yuan) => language == Language.Zh ? QuantityText.FormatYuan(yuan) : QuantityText.FormatYuanInEnglish(yuan);

    private string Write(Expression expression, int outer) => expression switch
    {
        Expression.Literal literal => Figure(literal.Value),
        Expression.Name name => Name(name.Identifier),
        Expression.Unary { Operator: Operator.Not } not => Word("非", "not ") + Write(not.Operand, ProductPower + 1),
        Expression.Unary negative => "-" + Write(negative.Operand, ProductPower + 1),
        Expression.Binary binary => WriteBinary(binary, outer),
        Expression.Membership membership =>
            Write(membership.Item, ProductPower) + Word("为", " is ") + string.Join(
                Word("或", " or "), membership.Members.Select(member => Write(member, ProductPower))),
        Expression.Choice choice =>
            $"{Write(choice.Then, outer)}{Word("（", " (")}{Write(choice.Condition, 0)}{Word("；否则 ", "; otherwise ")}{Write(choice.Otherwise, 0)}{Word("）", ")")}",
        Expression.Call call => WriteCall(call, outer),
        _ => expression.ToString(),
    };

    private string WriteBinary(Expression.Binary binary, int outer)
    {
        var (zh, en, power) = Signs[binary.Operator];
        if (binary is { Operator: Operator.Equal, Right: Expression.Literal { Value.Kind: ValueKind.Truth } truth })
            return truth.Value.Holds ? Write(binary.Left, outer) : Word("非", "not ") + Write(binary.Left, ProductPower + 1);
        var blank = power is ProductPower or SumPower || language == Language.En ? " " : "";
        var text = $"{Write(binary.Left, power)}{blank}{Word(zh, en)}{blank}{Write(binary.Right, power + 1)}";
        return power < outer ? $"({text})" : text;
    }

    // What the authority decides is not part of the standard; "at most" says that it may.
    private string WriteCall(Expression.Call call, int outer)
    {
        var parts = call.Arguments.Where(argument => call.Function != Function.Min || !IsDecision(argument))
            .Where(argument => call.Function != Function.Max || Constant(argument) is not { Sign: 0 })
            .ToList();
        if (parts.Count == 0) parts = [.. call.Arguments];
        if (parts.Count == 1 && call.Function != Function.Floor) return Write(parts[0], outer);
        var joined = string.Join(Word("与", ", "), parts.Select(part => Write(part, ProductPower)));
        var text = call.Function switch
        {
            Function.Min => Word($"{joined}的较低者", $"the lower of {joined}"),
            Function.Max => Word($"{joined}的较高者", $"the higher of {joined}"),
            _ => Word($"{joined}取整", $"{joined} rounded down"),
        };
        return outer > 0 ? Word($"（{text}）", $"({text})") : text;
    }

    private bool IsDecision(Expression expression) =>
        expression is Expression.Name name && !measure.Figures.ContainsKey(name.Identifier)
            && vocabulary.Find(name.Identifier) is { IsParameter: true };

    private string Name(string identifier)
    {
        if (measure.Figures.TryGetValue(identifier, out var figure)) return Figure(figure);
        return vocabulary.Find(identifier) is { } attribute ? FactLabel.Of(attribute, language, LongestName) : identifier;
    }

    private string Figure(Value value)
    {
        if (value.Kind != ValueKind.Number) return ChoiceWords.Of(value).In(language == Language.Zh ? "zh" : "en");
        var number = value.Number;
        if (number.Sign > 0 && number < 1)
            return QuantityText.Format(number * 100) is var percent && !percent.Contains('/') ? percent + "%" : number.ToString();
        return number >= 10_000 ? Yuan(number) : QuantityText.Format(number);
    }

    private string Word(string zh, string en) => language == Language.Zh ? zh : en;
}
