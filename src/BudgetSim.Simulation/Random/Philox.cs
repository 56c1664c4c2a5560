// The counter-based generator behind every draw: Philox 4x32 with 10 rounds (Salmon, Moraes, Dror, Shaw, SC 2011).
namespace BudgetSim.Simulation.Random;

/// <summary>A keyed bijection of 128-bit counters: a pure function with no state.</summary>
internal static class Philox
{
    private const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;

    /// <summary>
    /// The block of counter (<paramref name="c0"/>, ..., <paramref name="c3"/>); each half is word 0 or 2 with word 1 or 3 above it.
    /// </summary>
    internal static (ulong Low, ulong High) Block(ulong key, uint c0, uint c1, uint c2, uint c3)
    {
        unchecked
        {
            var (k0, k1) = ((uint)key, (uint)(key >> 32));
            for (var round = 0; round < 10; round++, k0 += Weyl0, k1 += Weyl1)
            {
                var product0 = (ulong)Multiplier0 * c0;
                var product1 = (ulong)Multiplier1 * c2;
                (c0, c1, c2, c3) = ((uint)(product1 >> 32) ^ c1 ^ k0, (uint)product1, (uint)(product0 >> 32) ^ c3 ^ k1, (uint)product0);
            }

            return (c0 | ((ulong)c1 << 32), c2 | ((ulong)c3 << 32));
        }
    }
}
