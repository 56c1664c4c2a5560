// A long row of random numbers, one for each claimant of a measure in turn.
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BudgetSim.Simulation.Random;

/// <summary>
/// Random numbers by index like <see cref="RandomStream"/>, made to be drawn by the hundred: number <c>i</c> is a pure function of
/// (seed, replication, row, purpose, i). For subjects that come up rarely, where the draw belongs to the first, second, ... that does.
/// </summary>
/// <param name="Key">The seed.</param>
/// <param name="Replication">From 0, perhaps plus <see cref="RandomStream.Mirror"/>: then 1 - u in place of every number u.</param>
/// <param name="Row">Which row of this purpose, from 0: the year.</param>
/// <param name="Purpose">What the numbers are for.</param>
public readonly record struct RowStream(ulong Key, int Replication, int Row, Purpose Purpose)
{
    private Vector128<ulong> Counter =>
        Vector128.Create((ulong)Purpose.Code << 32, (uint)Row | ((ulong)(uint)(Replication & ~RandomStream.Mirror) << 32));

    private bool IsMirrored => (Replication & RandomStream.Mirror) != 0;

    /// <summary>A number in the open interval (0,1), a multiple of 2^-53.</summary>
    /// <param name="index">0 to 2^31 - 1.</param>
    public double Uniform(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var uniform = DrawCurves.Uniform(Ars.Block(Key, Counter + Vector128.Create((ulong)index >> 1, 0))[index & 1]);
        return IsMirrored ? 1.0 - uniform : uniform;
    }

    /// <summary>A standard normal number, the quantile of <see cref="Uniform"/>.</summary>
    public double Normal(int index) => DrawCurves.Normal(Uniform(index));

    /// <summary>A standard exponential number, minus the logarithm of <see cref="Uniform"/>.</summary>
    public double Exponential(int index) => -DrawCurves.Log(Uniform(index));

    /// <summary>
    /// The bits behind numbers <paramref name="index"/> (even) onwards; a multiple of 16 of them; the same for a replication and its
    /// mirror.
    /// </summary>
    internal void FillBits(int index, Span<double> target) =>
        Ars.Fill(Key, Counter + Vector128.Create((ulong)index >> 1, 0), MemoryMarshal.Cast<double, ulong>(target));
}
