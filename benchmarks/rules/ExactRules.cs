// The three rules once more in 128-bit whole numbers, written by hand from the peer's description: the judge of the columns.
using System.Numerics;
using System.Runtime.InteropServices;

namespace BudgetSim.Benchmarks.Rules;

/// <summary>Independent of the policy engine: it reads the file itself and floors each rule to the fen.</summary>
internal static class ExactRules
{
    private const long Threshold = 500_000_000, InvestmentCap = 500_000_000, PrincipalCap = 20_000_000_000, CloudCap = 20_000_000;

    /// <summary>The sum in fen, and how many of <paramref name="amounts"/> differ from the exact ones.</summary>
    public static (BigInteger Total, int Different) Total(string path, double[] amounts)
    {
        var numbers = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(path)).ToArray();
        var length = numbers.Length / 4;
        long Fen(int place) => (long)Math.Round(numbers[place] * 100);
        var total = BigInteger.Zero;
        var different = 0;
        for (var row = 0; row < length; row++)
        {
            var fen = Of(Fen(row), Fen(length + row), (long)numbers[(2 * length) + row], Fen((3 * length) + row));
            total += fen;
            if ((double)fen != amounts[row]) different++;
        }

        return (total, different);
    }

    private static Int128 Of(Int128 investment, Int128 principal, Int128 months, Int128 cloud)
    {
        var grant = investment >= Threshold ? Int128.Min(3 * investment / 100, InvestmentCap) : 0;
        var interest = Int128.Min(principal, PrincipalCap) * 2 * Int128.Min(months, 24) / (100 * 12);
        return grant + interest + Int128.Min(cloud / 2, CloudCap);
    }
}
