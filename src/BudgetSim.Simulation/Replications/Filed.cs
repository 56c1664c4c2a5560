// One subject that applies for something in one year.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Simulation.Replications;

/// <summary>Its random numbers, its keys, its day (null: the middle of the year) and the budget year.</summary>
internal readonly record struct Filed(SubjectStreams Streams, ClaimKeys Keys, Value Date, int Year);
