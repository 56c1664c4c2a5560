// A sum of doubles that loses nothing worth mentioning and depends only on the order of its terms.
namespace BudgetSim.Simulation.Statistics;

/// <summary>Neumaier's compensated sum; add in replication order, and any number of threads gives the same bits.</summary>
public struct CompensatedSum
{
    private double _sum, _lost;

    /// <summary>The sum so far.</summary>
    public readonly double Value => _sum + _lost;

    /// <summary>The sum of <paramref name="terms"/> in their order.</summary>
    public static double Of(ReadOnlySpan<double> terms)
    {
        var sum = default(CompensatedSum);
        foreach (var term in terms) sum.Add(term);
        return sum.Value;
    }

    /// <summary>Adds one term.</summary>
    public void Add(double term)
    {
        var next = _sum + term;
        _lost += Math.Abs(_sum) >= Math.Abs(term) ? _sum - next + term : term - next + _sum;
        _sum = next;
    }
}
