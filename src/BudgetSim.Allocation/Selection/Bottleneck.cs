// The limit that keeps an item from a larger share.
namespace BudgetSim.Allocation.Selection;

/// <summary>The item, and the full limit under which no other item of its priority has more than one yuan more.</summary>
public sealed record Bottleneck(string Item, string Limit);
