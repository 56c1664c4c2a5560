// The whole message of every syntax fault, and what binds tighter than what.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Policy.Tests.Expressions;

public sealed class ExpressionParserTests
{
    [Theory]
    [InlineData("a >", "f:1:4: error BS101: expected a number, a name, a text or '(', found the end")]
    [InlineData("", "f:1:1: error BS101: expected a number, a name, a text or '(', found the end")]
    [InlineData("a b", "f:1:3: error BS101: expected an operator or the end, found 'b'")]
    [InlineData("(a", "f:1:3: error BS101: expected ')', found the end")]
    [InlineData("a )", "f:1:3: error BS101: expected an operator or the end, found ')'")]
    [InlineData("a = b", "f:1:3: error BS101: expected an operator or the end, found '='")]
    [InlineData("a ≥ b", "f:1:3: error BS101: expected an operator or the end, found '≥'")]
    [InlineData("1 < a < 3", "f:1:7: error BS101: comparisons cannot be chained; write a < b and b < c")]
    [InlineData("if(a, b)", "f:1:1: error BS101: 'if' takes 3 parts, found 2; write if(condition, then, otherwise)")]
    [InlineData("floor(a, b)", "f:1:1: error BS101: 'floor' has 2 arguments; floor takes one, min and max at least one")]
    [InlineData("min()", "f:1:1: error BS101: 'min' has 0 arguments; floor takes one, min and max at least one")]
    [InlineData("and a", "f:1:1: error BS101: 'and' stands where a value is expected; give its left side")]
    [InlineData("a in b", "f:1:6: error BS101: expected '[', found 'b'")]
    [InlineData("a in [1 + 1]", "f:1:7: error BS101: only values and names may stand in a list")]
    [InlineData("a == \"open", "f:1:6: error BS101: expected a number, a name, a text or '(', found '\"'")]
    [InlineData("1.2.3", "f:1:1: error BS101: expected a number, a name, a text or '(', found '1.2.3'")]
    [InlineData("a == 500万", "f:1:9: error BS101: expected an operator or the end, found '万'")]
    public void Parse_WrongText_SaysWhereAndWhatWasExpected(string text, string message) =>
        Assert.Equal(message, Assert.Single(ExpressionParser.Parse(text, new Place("f", 1, 1)).Diagnostics).ToString());

    [Fact]
    public void Parse_DeepNesting_IsAFaultAndNoCrash()
    {
        var parsed = ExpressionParser.Parse(new string('(', 5000) + "1" + new string(')', 5000), new Place("f", 1, 1));
        Assert.Contains("nested too deeply", Assert.Single(parsed.Diagnostics).Message, StringComparison.Ordinal);
    }

    // The value of each text under the usual precedence differs from its value under any other.
    [Theory]
    [InlineData("2 + 3 * 4", "14")]
    [InlineData("(2 + 3) * 4", "20")]
    [InlineData("10 - 3 - 2", "5")]
    [InlineData("12 / 3 * 2", "8")]
    [InlineData("-2 + 5", "3")]
    [InlineData("-2 * -3", "6")]
    [InlineData("1 / 3 + 1 / 6", "0.5")]
    [InlineData("if(1 < 2, 7, 9)", "7")]
    [InlineData("min(3, 2) + max(1, 4)", "6")]
    [InlineData("floor(7 / 2)", "3")]
    [InlineData("floor(0 - 1 / 2)", "-1")]
    [InlineData("true or true and false", "true")]
    [InlineData("not false or true", "true")]
    [InlineData("not (false or true)", "false")]
    [InlineData("not 1 == 2", "true")]
    [InlineData("1 + 1 in [2, 3]", "true")]
    [InlineData("2 > 1 and 1 > 2 or true", "true")]
    [InlineData("\"2026-06-30\" >= \"2026-06-30\"", "true")]
    public void Precedence_AsWritten_GivesTheUsualValue(string text, string value) => Assert.Equal(value, Rules.ValueOf(text).ToString());

    // Null is "not known": comparisons with it fail, arithmetic keeps it, min and max pass it over.
    [Theory]
    [InlineData("unknown_money > 0", "false")]
    [InlineData("unknown_money <= 0", "false")]
    [InlineData("unknown_money != 0", "false")]
    [InlineData("unknown_money in [0]", "false")]
    [InlineData("not unknown_truth", "true")]
    [InlineData("unknown_truth or true", "true")]
    [InlineData("unknown_truth and true", "false")]
    [InlineData("unknown_money + 1", "null")]
    [InlineData("-unknown_money", "null")]
    [InlineData("min(unknown_money, 5)", "5")]
    [InlineData("max(unknown_money, 5)", "5")]
    [InlineData("min(unknown_money)", "null")]
    [InlineData("floor(unknown_money)", "null")]
    [InlineData("1 / 0", "null")]
    [InlineData("if(unknown_truth, 1, 2)", "2")]
    [InlineData("if(true, 1, 1 / 0)", "1")]
    public void Null_InAnExpression_IsNeverZero(string text, string value) => Assert.Equal(value, Rules.ValueOf(text).ToString());
}
