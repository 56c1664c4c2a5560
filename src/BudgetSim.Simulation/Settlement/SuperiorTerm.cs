// What a document of a higher level puts in place of a formula.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Simulation.Settlement;

/// <summary>A term of a higher level that replaces the formula and the ceilings of one claim.</summary>
public sealed record SuperiorTerm(Expression Formula);
