// A ladder of titles that enterprises climb over the years, and from which they may fall.
namespace BudgetSim.Simulation.Pools;

/// <summary>
/// The titles from the lowest to the highest; the first word stands for no title. An enterprise starts at the end of the year
/// <paramref name="Since"/> on a rung by the probabilities <paramref name="Start"/>, <c>[rung]</c>, which sum to 1, and in each year after
/// it takes at most one of the steps <paramref name="Yearly"/>, <c>[rung]</c>, all of which lead up, or loses its title.
/// </summary>
public sealed record TitleLadder(
    IReadOnlyList<string> Words, IReadOnlyList<double> Start, IReadOnlyList<IReadOnlyList<TitleStep>> Yearly, int Since, Basis Basis)
{
    /// <summary>
    /// The probability a year, <c>[rung]</c>, of losing a title, which leaves none; null: none is ever lost. Steps and loss sum to at most
    /// 1.
    /// </summary>
    public IReadOnlyList<double>? Lapses { get; init; }

    /// <summary>Where the enterprises of a roster start; null: drawn by <see cref="Start"/>.</summary>
    public RosterStart? Stated { get; init; }

    /// <summary>
    /// The common factor that moves the steps of all enterprises in a year, with a loading between -1 and 1; null: years are alike.
    /// </summary>
    public FactorLoading? Loading { get; init; }

    /// <summary>The probability of losing a title in a year.</summary>
    public double Lapse(int rung) => Lapses?[rung] ?? 0;

    /// <summary>
    /// The rung, from 0, of an enterprise at the start, which <paramref name="uniform"/>, in (0,1), draws where nobody states it.
    /// </summary>
    public int First(int enterprise, double uniform)
    {
        if (Stated is not null) return Stated.Rungs[enterprise];
        for (var rung = Words.Count - 1; rung > 0; rung--)
        {
            if (uniform < Start[rung]) return rung;
            uniform -= Start[rung];
        }

        return 0;
    }

    /// <summary>The steps of a year in which the common factor is <paramref name="factor"/>, a standard normal number.</summary>
    public TitleYear In(double factor) => new(this, factor);
}

/// <summary>The rung, <c>[enterprise]</c>, that a column of the roster states.</summary>
public sealed record RosterStart(string Column, IReadOnlyList<int> Rungs);

/// <summary>A step to the rung <paramref name="To"/> with a probability from 0 to 1 a year.</summary>
public readonly record struct TitleStep(int To, double Probability);

/// <summary>Which title of an enterprise in a year is meant.</summary>
public enum TitleMoment
{
    /// <summary>The one held, counting those of this year.</summary>
    Now,

    /// <summary>The one held at the end of the year before.</summary>
    Before,

    /// <summary>
    /// The one reached this year for the first time; none (the first rung) where nothing was, or only what was held once before.
    /// </summary>
    Newly,

    /// <summary>The highest one ever held, counting those of this year.</summary>
    Ever,

    /// <summary>The highest one ever held at the end of the year before.</summary>
    EverBefore,
}
