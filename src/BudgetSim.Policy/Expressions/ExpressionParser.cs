// Turns the text of an expression into its syntax tree (precedence climbing), with the exact place of every fault.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Policy.Expressions;

/// <summary>Reads expressions; precedence, low to high: or, and, not, comparison and in, + -, * /, unary minus.</summary>
public sealed class ExpressionParser
{
    private const int DeepestNesting = 200;

    private static readonly Dictionary<string, (Operator Operator, int Power)> Infix = new()
    {
        ["or"] = (Operator.Or, 1),
        ["and"] = (Operator.And, 2),
        ["=="] = (Operator.Equal, 4),
        ["!="] = (Operator.NotEqual, 4),
        ["<"] = (Operator.Less, 4),
        ["<="] = (Operator.LessOrEqual, 4),
        [">"] = (Operator.Greater, 4),
        [">="] = (Operator.GreaterOrEqual, 4),
        ["+"] = (Operator.Add, 5),
        ["-"] = (Operator.Subtract, 5),
        ["*"] = (Operator.Multiply, 6),
        ["/"] = (Operator.Divide, 6),
    };

    private const string Start = "a number, a name, a text or '('";

    private const int NotPower = 3, ComparisonPower = 4, NegatePower = 7;

    private readonly List<Token> _tokens;
    private int _next;
    private int _depth;

    private ExpressionParser(List<Token> tokens) => _tokens = tokens;

    /// <summary>Reads the whole of <paramref name="source"/>, which starts at <paramref name="start"/> of its file.</summary>
    public static Loaded<Expression> Parse(string source, Place start)
    {
        var parser = new ExpressionParser(Token.Read(source, start));
        try
        {
            var expression = parser.ParseOperand(0);
            if (parser.Current.Kind != TokenKind.End) throw parser.Unexpected("an operator or the end");
            return new Loaded<Expression>(expression, []);
        }
        catch (SyntaxFault fault)
        {
            return new Loaded<Expression>(null, [fault.Diagnostic]);
        }
    }

    private Token Current => _tokens[_next];

    private Expression ParseOperand(int weakest)
    {
        if (++_depth > DeepestNesting) throw Fault(Current.At, "the expression is nested too deeply", $"at most {DeepestNesting} levels");
        var left = ParsePrefix();
        while (Continues(weakest)) left = ParseInfix(left);
        _depth--;
        return left;
    }

    private bool Continues(int weakest) =>
        (Current.Kind is TokenKind.Sign or TokenKind.Word)
        && ((Infix.TryGetValue(Current.Content, out var infix) && infix.Power > weakest) || (IsWord("in") && ComparisonPower > weakest));

    private Expression ParseInfix(Expression left)
    {
        var token = Take();
        if (token.Content == "in") return new Expression.Membership(left.At, left, ParseMembers());
        var (@operator, power) = Infix[token.Content];
        var right = ParseOperand(power);
        if (power == ComparisonPower && left is Expression.Binary { Operator: >= Operator.Equal and <= Operator.GreaterOrEqual }
                && !IsClosed(left))
            throw Fault(token.At, "comparisons cannot be chained", "write a < b and b < c");
        return new Expression.Binary(left.At, @operator, left, right);
    }

    // A bracketed comparison starts before its left operand does.
    private static bool IsClosed(Expression left) => left is Expression.Binary binary && binary.At != binary.Left.At;

    private Expression ParsePrefix()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number when Fraction.TryParse(token.Content, out var number):
                return new Expression.Literal(token.At, Value.Of(number));
            case TokenKind.Text:
                return new Expression.Literal(token.At, Value.Of(token.Content));
            case TokenKind.Word:
                return ParseWord(token);
            case TokenKind.Sign when token.Content == "-":
                return new Expression.Unary(token.At, Operator.Negate, ParseOperand(NegatePower - 1));
            case TokenKind.Sign when token.Content == "(":
                var inner = ParseOperand(0);
                Expect(")");
                return inner with { At = token.At };
            default:
                _next--;
                throw Unexpected(Start);
        }
    }

    private Expression ParseWord(Token token) => token.Content switch
    {
        "true" => new Expression.Literal(token.At, Value.True),
        "false" => new Expression.Literal(token.At, Value.False),
        "null" => new Expression.Literal(token.At, Value.Null),
        "not" => new Expression.Unary(token.At, Operator.Not, ParseOperand(NotPower - 1)),
        "if" => ParseChoice(token.At),
        "min" => ParseCall(token.At, Function.Min),
        "max" => ParseCall(token.At, Function.Max),
        "floor" => ParseCall(token.At, Function.Floor),
        "and" or "or" or "in" => throw Fault(token.At, $"'{token.Content}' stands where a value is expected", "give its left side"),
        _ => new Expression.Name(token.At, token.Content),
    };

    private Expression.Choice ParseChoice(Place at)
    {
        var arguments = ParseList("(", ")");
        if (arguments.Count != 3) throw Fault(at, $"'if' takes 3 parts, found {arguments.Count}", "write if(condition, then, otherwise)");
        return new Expression.Choice(at, arguments[0], arguments[1], arguments[2]);
    }

    private Expression.Call ParseCall(Place at, Function function)
    {
        var arguments = ParseList("(", ")");
        if (arguments.Count == 0 || (function == Function.Floor && arguments.Count != 1))
            throw Fault(
                at,
                $"'{function.ToString().ToLowerInvariant()}' has {arguments.Count} arguments",
                "floor takes one, min and max at least one");
        return new Expression.Call(at, function, arguments);
    }

    private List<Expression> ParseMembers()
    {
        var members = ParseList("[", "]");
        if (members.Find(member => member is not (Expression.Literal or Expression.Name)) is { } odd)
            throw Fault(odd.At, "only values and names may stand in a list", "");
        return members;
    }

    private List<Expression> ParseList(string open, string close)
    {
        Expect(open);
        var items = new List<Expression>();
        if (!IsSign(close))
        {
            items.Add(ParseOperand(0));
            while (IsSign(","))
            {
                Take();
                items.Add(ParseOperand(0));
            }
        }

        Expect(close);
        return items;
    }

    private Token Take() => Current.Kind == TokenKind.End ? throw Unexpected(Start) : _tokens[_next++];

    private void Expect(string sign)
    {
        if (!IsSign(sign)) throw Unexpected($"'{sign}'");
        _next++;
    }

    private bool IsSign(string sign) => Current.Kind == TokenKind.Sign && Current.Content == sign;

    private bool IsWord(string word) => Current.Kind == TokenKind.Word && Current.Content == word;

    private SyntaxFault Unexpected(string expected)
    {
        var found = Current.Kind == TokenKind.End ? "the end" : $"'{Current.Content}'";
        return Fault(Current.At, $"expected {expected}, found {found}", "");
    }

    private static SyntaxFault Fault(Place at, string message, string hint) => new(Diagnostic.Error(at, "BS101", message, hint));

    private sealed class SyntaxFault(Diagnostic diagnostic) : Exception(diagnostic.Message)
    {
        public Diagnostic Diagnostic { get; } = diagnostic;
    }
}
