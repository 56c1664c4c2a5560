// One award's part of money that is too small for all of them.
namespace BudgetSim.Allocation.Settlement.Steps.Funds;

/// <summary>yuan · available / claimed, exact; amounts are at least 0, <c>available</c> below <c>claimed</c>.</summary>
internal static class Share
{
    /// <summary>The part in whole yuan, rounded down.</summary>
    public static long Of(long yuan, long available, long claimed) => Of(yuan, available, claimed, out _);

    /// <summary>The same, and what is left over, in parts of <paramref name="claimed"/>.</summary>
    public static long Of(long yuan, long available, long claimed, out long remainder)
    {
        // Nearly always the product fits a long, and its division is many times faster.
        var high = Math.BigMul(yuan, available, out var low);
        if (high == 0 && low >= 0)
        {
            remainder = low % claimed;
            return low / claimed;
        }

        var (quotient, rest) = Int128.DivRem((Int128)yuan * available, claimed);
        remainder = (long)rest;
        return (long)quotient;
    }
}
