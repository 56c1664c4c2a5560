// Whole numbers kept per replication, in rows that take no memory while they are zero.
namespace BudgetSim.Simulation.Replications;

/// <summary>Rows of one whole number per replication. Several threads may add to different replications at once.</summary>
internal sealed class KeptRows
{
    private long[] _zeros = [];

    public KeptRows(int rows)
    {
        Rows = new long[rows][];
        Array.Fill(Rows, _zeros);
    }

    /// <summary>The rows, <c>[row][replication]</c>, to be read only: those of zeros are one and the same.</summary>
    public long[][] Rows { get; }

    /// <summary>Makes room for <paramref name="capacity"/> replications; nobody may add meanwhile.</summary>
    public void Reserve(int capacity)
    {
        var before = _zeros;
        _zeros = new long[capacity];
        for (var row = 0; row < Rows.Length; row++)
        {
            if (ReferenceEquals(Rows[row], before)) Rows[row] = _zeros;
            else Array.Resize(ref Rows[row], capacity);
        }
    }

    public void Add(int row, int replication, long amount)
    {
        if (amount == 0) return;
        if (ReferenceEquals(Volatile.Read(ref Rows[row]), _zeros))
            Interlocked.CompareExchange(ref Rows[row], new long[_zeros.Length], _zeros);
        Rows[row][replication] += amount;
    }
}
