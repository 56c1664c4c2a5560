// Which government level pays which part of an award.
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Policy.Measures;

/// <summary>A government level's part of an award; a share of null is not stated in the text.</summary>
public sealed record PayerShare(string Payer, Expression? Share, Expression? When, bool IsStated);
