// What a year's common factor makes of the steps of a ladder.
using BudgetSim.Simulation.Distributions;

namespace BudgetSim.Simulation.Pools;

/// <summary>
/// One-factor model: an enterprise takes a step of probability p where its own normal score, correlated with the factor by the loading a,
/// lies in the lowest share p; given the factor z that is the probability Phi((Phi^-1(p) + a z) / sqrt(1 - a^2)), whose mean over z is p
/// again. A year that is good for steps (a z above 0) is bad for losses, which lie at the other end.
/// </summary>
public sealed class TitleYear
{
    private readonly (double Below, int To)[][] _steps;
    private readonly double[] _lossFrom;

    internal TitleYear(TitleLadder ladder, double factor)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        var loading = ladder.Loading?.Loading ?? 0;
        double Given(double share) =>
            loading == 0 || share is <= 0 or >= 1
                ? share
                : NormalCurve.Cumulative((NormalCurve.Quantile(share) + (loading * factor)) / Math.Sqrt(1 - (loading * loading)));
        _steps = new (double, int)[ladder.Words.Count][];
        _lossFrom = new double[ladder.Words.Count];
        for (var rung = 0; rung < _steps.Length; rung++)
        {
            var (sum, steps) = (0.0, ladder.Yearly[rung]);
            _steps[rung] = [.. steps.Select(step => (Given(sum += step.Probability), step.To))];
            _lossFrom[rung] = Given(1 - ladder.Lapse(rung));
        }
    }

    /// <summary>Whether anything can happen on a rung.</summary>
    public bool Moves(int rung) => _steps[rung].Length > 0 || _lossFrom[rung] < 1;

    /// <summary>The rung a year later that <paramref name="uniform"/>, in (0,1), draws: a step's, none, or the same.</summary>
    public int Next(int rung, double uniform)
    {
        foreach (var (below, to) in _steps[rung])
        {
            if (uniform < below) return to;
        }

        return uniform < _lossFrom[rung] ? rung : 0;
    }
}
