// A ladder of titles that enterprises climb over the years.
namespace BudgetSim.Simulation.Pools;

/// <summary>
/// The titles from the lowest to the highest; the first word stands for no title. An enterprise starts at the end of the year
/// <paramref name="Since"/> on a rung by the probabilities <paramref name="Start"/>, <c>[rung]</c>, which sum to 1, and in each year after it takes at
/// most one of the steps <paramref name="Yearly"/>, <c>[rung]</c>, all of which lead up: so the title held is the highest one ever held.
/// </summary>
public sealed record TitleLadder(IReadOnlyList<string> Words, IReadOnlyList<double> Start, IReadOnlyList<IReadOnlyList<TitleStep>> Yearly, int Since, Basis Basis)
{
    /// <summary>The rung, from 0, that <paramref name="uniform"/>, in (0,1), draws for the start.</summary>
    public int First(double uniform)
    {
        for (var rung = Words.Count - 1; rung > 0; rung--)
        {
            if (uniform < Start[rung]) return rung;
            uniform -= Start[rung];
        }

        return 0;
    }

    /// <summary>The rung a year later: one step's, or the same.</summary>
    public int Next(int rung, double uniform)
    {
        foreach (var step in Yearly[rung])
        {
            if (uniform < step.Probability) return step.To;
            uniform -= step.Probability;
        }

        return rung;
    }
}

/// <summary>A step to the rung <paramref name="To"/> with a probability from 0 to 1 a year.</summary>
public readonly record struct TitleStep(int To, double Probability);

/// <summary>Which title of an enterprise in a year is meant.</summary>
public enum TitleMoment
{
    /// <summary>The highest one, counting those of this year.</summary>
    Now,

    /// <summary>The highest one at the end of the year before.</summary>
    Before,

    /// <summary>The one reached this year; none (the first rung) where nothing was.</summary>
    Newly,
}
