// The money of a fund, as it is entered beside a list of claims.

namespace BudgetSim.Simulation.Settlement;

/// <summary>A fund's money for one year, or for all years of the list.</summary>
public sealed record FundMoney(string Fund, int? Year, long Yuan)
{
    /// <summary>The most a fund may have, in yuan: 2^53.</summary>
    public const long Most = 1L << 53;
}
