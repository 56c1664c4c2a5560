// Enumerates which conditions can hold together, as far as their form says.
using BudgetSim.Policy.Expressions;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Checks.Documents;

/// <summary>
/// Conditions as combinations of simple ones. Two comparisons of one thing that exclude each other by form
/// (<c>x == "a"</c> and <c>x == "b"</c>, <c>x &gt;= y</c> and <c>x &lt; y</c>) never hold together; others are taken to be free.
/// </summary>
internal static class TruthCases
{
    private const int MostAtoms = 10;

    /// <summary>Every way the conditions can come out, <c>[condition]</c>; nothing if there are too many to say.</summary>
    public static IEnumerable<bool[]> Of(IReadOnlyList<Expression> conditions)
    {
        var atoms = conditions.SelectMany(Atoms).Distinct().ToList();
        if (atoms.Count > MostAtoms) yield break;
        for (var bits = 0; bits < 1 << atoms.Count; bits++)
        {
            var held = atoms.Where((_, index) => (bits & (1 << index)) != 0).ToHashSet();
            var values = held.Where(atom => atom.Contains('=', StringComparison.Ordinal)).Select(atom => atom.Split('=')[0]).ToList();
            if (values.Distinct().Count() == values.Count) yield return [.. conditions.Select(condition => Holds(condition, held))];
        }
    }

    private static IEnumerable<string> Atoms(Expression condition) => condition switch
    {
        Expression.Literal { Value.Kind: ValueKind.Truth } => [],
        Expression.Unary { Operator: Operator.Not } not => Atoms(not.Operand),
        Expression.Binary { Operator: Operator.And or Operator.Or } both => Atoms(both.Left).Concat(Atoms(both.Right)),
        Expression.Membership membership => membership.Members.Select(member => Equality(membership.Item, member)),
        _ => [Simple(condition).Atom],
    };

    private static bool Holds(Expression condition, HashSet<string> held) => condition switch
    {
        Expression.Literal { Value.Kind: ValueKind.Truth } literal => literal.Value.Holds,
        Expression.Unary { Operator: Operator.Not } not => !Holds(not.Operand, held),
        Expression.Binary { Operator: Operator.And } both => Holds(both.Left, held) && Holds(both.Right, held),
        Expression.Binary { Operator: Operator.Or } either => Holds(either.Left, held) || Holds(either.Right, held),
        Expression.Membership membership => membership.Members.Any(member => held.Contains(Equality(membership.Item, member))),
        _ => held.Contains(Simple(condition).Atom) != Simple(condition).IsNegated,
    };

    // x != y is "not x == y", x < y is "not x >= y", x <= y is "not x > y".
    private static (string Atom, bool IsNegated) Simple(Expression condition) => condition switch
    {
        Expression.Binary { Operator: Operator.Equal } same => (Equality(same.Left, same.Right), false),
        Expression.Binary { Operator: Operator.NotEqual } other => (Equality(other.Left, other.Right), true),
        Expression.Binary { Operator: Operator.Less } less => (Order(less, "at least"), true),
        Expression.Binary { Operator: Operator.GreaterOrEqual } atLeast => (Order(atLeast, "at least"), false),
        Expression.Binary { Operator: Operator.LessOrEqual } atMost => (Order(atMost, "above"), true),
        Expression.Binary { Operator: Operator.Greater } above => (Order(above, "above"), false),
        _ => (ExpressionParts.Text(condition), false),
    };

    private static string Equality(Expression left, Expression right) => $"{ExpressionParts.Text(left)}={ExpressionParts.Text(right)}";

    private static string Order(Expression.Binary comparison, string word) =>
        $"{ExpressionParts.Text(comparison.Left)} {word} {ExpressionParts.Text(comparison.Right)}";
}
