// A measure that tops up what another one paid.

namespace BudgetSim.Policy.Measures;

/// <summary>The measure pays only the difference to what the named measures already paid for the same object.</summary>
public sealed record TopUp(IReadOnlyList<string> With);
