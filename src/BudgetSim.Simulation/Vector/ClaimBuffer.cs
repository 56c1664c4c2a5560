// The claims of one replication, measure after measure, in arrays that are used again and again.
namespace BudgetSim.Simulation.Vector;

/// <summary>Firm and award of each claim; memory follows the number of claims.</summary>
internal sealed class ClaimBuffer
{
    /// <summary>Claims are written in blocks of this size, so the arrays are always this much longer than needed.</summary>
    internal const int Block = 16;

    internal ClaimBuffer(int measures)
    {
        Starts = new int[measures + 1];
        (Firms, Awards, Steps) = (new int[4096], new double[4096], new int[4096]);
    }

    /// <summary>[measure]: where its claims begin; the last entry is the number of claims.</summary>
    internal int[] Starts { get; }

    /// <summary>[claim]: the firm, rising within a measure.</summary>
    internal int[] Firms { get; private set; }

    /// <summary>[claim]: the award in whole yuan so far.</summary>
    internal double[] Awards { get; private set; }

    /// <summary>[claim]: the award in coarse steps of the firm's cap, see <see cref="FirmCaps"/>.</summary>
    internal int[] Steps { get; private set; }

    /// <summary>Makes room for a block that begins at <paramref name="claim"/>.</summary>
    internal void MakeRoom(int claim)
    {
        if (claim + Block <= Firms.Length) return;
        var (firms, awards, steps, length) = (Firms, Awards, Steps, Math.Max(claim + Block, Firms.Length * 2));
        Array.Resize(ref firms, length);
        Array.Resize(ref awards, length);
        Array.Resize(ref steps, length);
        (Firms, Awards, Steps) = (firms, awards, steps);
    }
}
