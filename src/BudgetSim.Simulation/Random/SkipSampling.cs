// Who takes part, by jumping from one participant to the next, so that work follows the events and not the subjects.
namespace BudgetSim.Simulation.Random;

/// <summary>
/// Independent events of one probability over subjects 0 to n-1 (Bernoulli trials), found by their geometric gaps: the
/// gap before event k is a function of the stream and k alone.
/// </summary>
public static class SkipSampling
{
    /// <summary>The factor that turns a standard exponential into a gap: 1 / -ln(1 - <paramref name="probability"/>).</summary>
    /// <param name="probability">0 (never) to 1 (always).</param>
    public static double GapScale(double probability)
    {
        if (!(probability is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability));
        if (probability == 0) return double.PositiveInfinity;
        return probability == 1 ? 0 : -1.0 / Elementary.LogOnePlus(-probability);
    }

    /// <summary>The subjects that take part, in rising order.</summary>
    /// <param name="stream">The stream of the events.</param>
    /// <param name="probability">Of each subject, 0 to 1.</param>
    /// <param name="subjects">How many subjects there are.</param>
    public static IEnumerable<int> Participants(RowStream stream, double probability, int subjects)
    {
        var scale = GapScale(probability);
        var next = 0.0;
        for (var k = 0; ; k++, next += 1.0)
        {
            next += scale == 0 ? 0 : Math.Floor(stream.Exponential(k) * scale);
            if (!(next < subjects)) yield break;
            yield return (int)next;
        }
    }
}
