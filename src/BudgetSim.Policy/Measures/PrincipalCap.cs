// A ceiling on the loan principal that a measure subsidises.
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Policy.Measures;

/// <summary>A ceiling on the loan principal that is subsidised: it cuts the attribute before the formula runs.</summary>
public sealed record PrincipalCap(string Attribute, Expression Amount, CapScope Per, IReadOnlyList<string> SharedWith);
