// A stream of random numbers that is a pure function of (seed, replication, subject, purpose).
namespace BudgetSim.Simulation.Random;

/// <summary>
/// Random numbers by index: draw <c>i</c> of a stream is always the same number, in whatever order, on whatever thread and
/// machine it is asked for. Up to 2^31 draws per stream. Streams of one seed that differ in replication, subject or purpose
/// share no number; streams of different seeds or derived by <see cref="Child"/> are independent.
/// </summary>
/// <param name="Key">The seed, or what <see cref="Child"/> made of it.</param>
/// <param name="Replication">From 0 to 2^30 - 1, perhaps plus <see cref="Mirror"/>.</param>
/// <param name="Subject">A dense number of the enterprise, project or measure, from 0.</param>
/// <param name="Purpose">What the numbers are for.</param>
public readonly record struct RandomStream(ulong Key, uint Replication, uint Subject, Purpose Purpose)
{
    /// <summary>
    /// Added to a number of a replication, gives the mirror of that replication: 1 - u in place of every uniform number u.
    /// </summary>
    public const int Mirror = 1 << 30;

    private const ulong ChildKey = 0x6368_696C_6420_6F66;

    /// <summary>The stream of one subject and purpose in one replication.</summary>
    public static RandomStream For(ulong seed, int replication, int subject, Purpose purpose) =>
        new(seed, checked((uint)replication), checked((uint)subject), purpose);

    /// <summary>Whether the numbers are those of the mirror.</summary>
    public bool IsMirrored => (Replication & Mirror) != 0;

    /// <summary>
    /// An independent stream of the same replication, subject and purpose, for instance one per project of an enterprise.
    /// </summary>
    public RandomStream Child(int label)
    {
        var (low, high) = Philox.Block(Key ^ ChildKey, checked((uint)label), Purpose.Code, Subject, Replication & ~(uint)Mirror);
        return this with { Key = low ^ high };
    }

    /// <summary>64 random bits, the same for a replication and its mirror.</summary>
    /// <param name="index">0 to 2^31 - 1.</param>
    public ulong Bits(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var (low, high) = Philox.Block(Key, BlockOf(index), Purpose.Code, Subject, Replication & ~(uint)Mirror);
        return (index & 8) == 0 ? low : high;
    }

    /// <summary>A number in the open interval (0,1), a multiple of 2^-53; 1 minus it is as likely.</summary>
    public double Uniform(int index)
    {
        var uniform = DrawCurves.Uniform(Bits(index));
        return IsMirrored ? 1.0 - uniform : uniform;
    }

    /// <summary>A standard normal number, the quantile of <see cref="Uniform(int)"/>.</summary>
    public double Normal(int index) => DrawCurves.Normal(Uniform(index));

    /// <summary>A standard exponential number, minus the logarithm of <see cref="Uniform(int)"/>.</summary>
    public double Exponential(int index) => -DrawCurves.Log(Uniform(index));

    /// <summary>Whether something of this probability (0 never, 1 always) happens.</summary>
    public bool Happens(int index, double probability) => Uniform(index) < probability;

    // Sixteen draws come from eight blocks, the lower halves first. The order is fixed for ever: another would change every published
    // forecast.
    private static uint BlockOf(int index) => (((uint)index >> 4) << 3) | ((uint)index & 7);
}
