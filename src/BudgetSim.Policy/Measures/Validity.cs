// The dates between which a measure pays.

namespace BudgetSim.Policy.Measures;

/// <summary>The window of dates in which a measure pays, both ends included, and the attribute that is tested.</summary>
public sealed record Validity(string? From, string? To, string DateAttribute);
