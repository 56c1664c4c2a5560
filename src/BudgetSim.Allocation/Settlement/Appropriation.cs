// Money voted into a fund.
namespace BudgetSim.Allocation.Settlement;

/// <summary>
/// A fund with its appropriation in whole yuan for one year, or for all years of the settlement if <paramref name="Year"/> is null.
/// </summary>
public sealed record Appropriation(int Fund, int? Year, long Yuan);
