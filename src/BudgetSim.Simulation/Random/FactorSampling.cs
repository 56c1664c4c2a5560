// How the common factors of a replication (the business cycle) are spread over the replications.
namespace BudgetSim.Simulation.Random;

/// <summary>The way the numbers of a common factor are chosen over the replications.</summary>
public enum FactorSampling
{
    /// <summary>Independent replications: standard errors are those of the textbook.</summary>
    Independent,

    /// <summary>Replications 2k and 2k+1 mirror each other in every draw (u and 1-u); statistics take them in pairs.</summary>
    Antithetic,

    /// <summary>
    /// An evenly spread (additive recurrence) sequence with a random start: the factor's own noise nearly vanishes;
    /// ordinary standard errors are then too wide, never too narrow for what the factor drives monotonically.
    /// </summary>
    EvenlySpread,
}

/// <summary>Which streams a replication reads.</summary>
public static class MirroredReplications
{
    /// <summary>
    /// What a replication's streams are derived from: its own number, or its pair's number with or without
    /// <see cref="RandomStream.Mirror"/>.
    /// </summary>
    public static int StreamNumber(int replication, FactorSampling sampling) => sampling != FactorSampling.Antithetic ? replication
        : (replication & 1) == 0 ? replication / 2 : (replication / 2) | RandomStream.Mirror;
}

/// <summary>Draws of common factors, one per replication and dimension.</summary>
public static class FactorDraws
{
    private static readonly Purpose FactorPurpose = Purpose.Named("common factor");

    /// <summary>The number in (0,1) of factor <paramref name="dimension"/> in <paramref name="replication"/>.</summary>
    /// <param name="seed">The scenario's seed.</param>
    /// <param name="replication">From 0.</param>
    /// <param name="dimension">Which factor, from 0; evenly spread sequences have at most 16.</param>
    /// <param name="sampling">How the replications share the range.</param>
    public static double Uniform(ulong seed, int replication, int dimension, FactorSampling sampling) => sampling switch
    {
        FactorSampling.Antithetic => Mirror(RandomStream.For(seed, replication / 2, dimension, FactorPurpose).Uniform(0), replication),
        FactorSampling.EvenlySpread => EvenlySpread(seed, replication, dimension),
        _ => RandomStream.For(seed, replication, dimension, FactorPurpose).Uniform(0),
    };

    /// <summary>The same as a standard normal number.</summary>
    public static double Normal(ulong seed, int replication, int dimension, FactorSampling sampling) =>
        DrawCurves.Normal(Uniform(seed, replication, dimension, sampling));

    private static double Mirror(double uniform, int replication) => (replication & 1) == 0 ? uniform : 1.0 - uniform;

    // start + r * step modulo 2^64; the step of dimension d is 2^64 / g^(d+1) with g^17 = g + 1 (g^2 = g + 1 for the first alone).
    private static double EvenlySpread(ulong seed, int replication, int dimension)
    {
        var start = RandomStream.For(seed, 0, dimension, FactorPurpose).Bits(1);
        return DrawCurves.Uniform(unchecked(start + ((ulong)(uint)replication * Step(dimension))));
    }

    private static ulong Step(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimension, 16);
        if (dimension == 0) return 0x9E3779B97F4A7C15;
        var root = 1.0;
        for (var k = 0; k < 200; k++) root = Elementary.Pow(1.0 + root, 1.0 / 17);
        return (ulong)(Elementary.Pow(1.0 / root, dimension) * 18446744073709551616.0) | 1;
    }
}
