// The closed list of ways to share a whole number of units by weights.
namespace BudgetSim.Allocation.Rounding;

/// <summary>A method of apportionment; each has the name people write in data and on the command line.</summary>
public enum RoundingMethod
{
    /// <summary>Whole quotas first, then the largest remainders (Hamilton): <c>largest-remainder</c>.</summary>
    LargestRemainder,

    /// <summary>Divisors a + 1/2 (Sainte-Laguë): <c>webster</c>.</summary>
    Webster,

    /// <summary>Divisors a, so nobody with a weight goes empty while units last: <c>adams</c>.</summary>
    Adams,

    /// <summary>Divisors a + 1 (d'Hondt): <c>jefferson</c>.</summary>
    Jefferson,

    /// <summary>Divisors √(a(a+1)), the method of equal proportions (Huntington): <c>hill</c>.</summary>
    Hill,

    /// <summary>Divisors 2a(a+1)/(2a+1), the harmonic mean: <c>dean</c>.</summary>
    Dean,
}
