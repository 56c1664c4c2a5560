// How evenly money reaches its recipients.
namespace BudgetSim.Simulation.Statistics;

/// <summary>Gini coefficient and top shares of amounts in fen, none negative; exact until the last division.</summary>
public sealed class Inequality
{
    private readonly long[] _rising;
    private readonly Int128 _total;

    private Inequality(long[] rising)
    {
        if (rising.Length == 0 || rising.Min() < 0) throw new ArgumentException("amounts of 0 or more, at least one", nameof(rising));
        Array.Sort(_rising = rising);
        foreach (var amount in rising) _total += amount;
    }

    /// <summary>0 (all equal, or nothing at all) to 1 - 1/n (one has it all).</summary>
    public double Gini
    {
        get
        {
            // sum (2i - n + 1) x_i / (n sum x), i from 0 in rising order
            Int128 weighted = 0;
            for (var i = 0; i < _rising.Length; i++) weighted += (Int128)((2L * i) - _rising.Length + 1) * _rising[i];
            return _total == 0 ? 0 : (double)weighted / ((double)_total * _rising.Length);
        }
    }

    /// <summary>Reads the amounts of all recipients, in any order.</summary>
    public static Inequality Of(ReadOnlySpan<long> fen) => new(fen.ToArray());

    /// <summary>
    /// The share of the money that the top <paramref name="share"/> of recipients (0 to 1) receives; a recipient may count in part.
    /// </summary>
    public double TopShare(double share) => 1 - ShareOfLowest(1 - share);

    private double ShareOfLowest(double share)
    {
        if (_total == 0) return share;
        var place = share * _rising.Length;
        var whole = (int)Math.Min(_rising.Length, Math.Floor(place + 1e-9));
        Int128 sum = 0;
        for (var i = 0; i < whole; i++) sum += _rising[i];
        var part = whole < _rising.Length ? Math.Max(0, place - whole) * _rising[whole] : 0;
        return ((double)sum + part) / (double)_total;
    }
}
