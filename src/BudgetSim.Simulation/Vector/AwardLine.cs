// One measure as the constants of its arithmetic.
namespace BudgetSim.Simulation.Vector;

/// <summary>
/// The exact award of a base, in doubles. With a base of b fen, a rate n/d and awards in units of u fen, the award is
/// floor(b n / (d u)) units. Computed is floor(b r + h) with r = n/(d u) and h = 1/(2 d u), each rounded: b n / (d u) is at least h from
/// the next whole number above b r + h, and the rounding errors together are below (b n / (d u)) 2^-52, which is less than h while
/// b n is below 2^51. So the result is exact; awards that large are held at <see cref="Most"/>.
/// </summary>
internal sealed class AwardLine
{
    private const double ExactProducts = 1L << 50, LogHundred = 4.605170185988092;

    internal AwardLine(RateMeasure measure)
    {
        (LogMedian, LogSpread, Loading) = (measure.LogMedian + LogHundred, measure.LogSpread, measure.FactorLoading);
        (Minimum, Unit) = (measure.MinimumBase.Fen, measure.RoundDownTo.Fen);
        var divisor = (double)measure.Rate.Denominator * Unit;
        (Rate, Half) = ((double)measure.Rate.Numerator / divisor, 0.5 / divisor);
        Cap = Math.Min(measure.Cap?.Fen ?? long.MaxValue, Most(measure));
    }

    /// <summary>Logarithm of the median base in fen, its spread, and the weight of the common factor.</summary>
    internal double LogMedian { get; }

    internal double LogSpread { get; }

    internal double Loading { get; }

    /// <summary>The least base in fen; the numbers r and h; the unit and the most of an award in fen.</summary>
    internal double Minimum { get; }

    internal double Rate { get; }

    internal double Half { get; }

    internal double Unit { get; }

    internal double Cap { get; }

    /// <summary>The largest award whose arithmetic is exact, in fen.</summary>
    internal static double Most(RateMeasure measure) => Math.Floor(ExactProducts / (double)measure.Rate.Denominator);

    /// <summary>The award in fen of one base of whole fen.</summary>
    internal double AwardOfBase(double fen) =>
        fen < Minimum ? 0 : Math.Min(Math.Floor(Math.FusedMultiplyAdd(fen, Rate, Half)) * Unit, Cap);
}
