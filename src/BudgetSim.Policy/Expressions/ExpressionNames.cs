// Lists the names an expression reads.
namespace BudgetSim.Policy.Expressions;

/// <summary>The free names of expressions.</summary>
public static class ExpressionNames
{
    /// <summary>Every name in reading order, with repetitions.</summary>
    public static IEnumerable<string> In(Expression expression) => expression switch
    {
        Expression.Name name => [name.Identifier],
        Expression.Unary unary => In(unary.Operand),
        Expression.Binary binary => In(binary.Left).Concat(In(binary.Right)),
        Expression.Membership membership => In(membership.Item).Concat(membership.Members.SelectMany(In)),
        Expression.Choice choice => In(choice.Condition).Concat(In(choice.Then)).Concat(In(choice.Otherwise)),
        Expression.Call call => call.Arguments.SelectMany(In),
        _ => [],
    };
}
