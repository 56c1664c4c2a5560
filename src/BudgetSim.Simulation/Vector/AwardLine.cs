// One measure as the constants of its arithmetic.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BudgetSim.Simulation.Random;

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
    private readonly double _logMedian, _logSpread, _loading, _minimum, _rate, _half, _unit, _cap;

    internal AwardLine(RateMeasure measure)
    {
        (_logMedian, _logSpread, _loading) = (measure.LogMedian + LogHundred, measure.LogSpread, measure.FactorLoading);
        (_minimum, _unit) = (measure.MinimumBase.Fen, measure.RoundDownTo.Fen);
        var divisor = (double)measure.Rate.Denominator * _unit;
        (_rate, _half) = ((double)measure.Rate.Numerator / divisor, 0.5 / divisor);
        _cap = Math.Min(measure.Cap?.Fen ?? long.MaxValue, Most(measure));
    }

    /// <summary>The largest award whose arithmetic is exact, in fen.</summary>
    internal static double Most(RateMeasure measure) => Math.Floor(ExactProducts / (double)measure.Rate.Denominator);

    /// <summary>Awards in fen of eight normal scores under a common factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector512<double> Awards(Vector512<double> scores, double factor)
    {
        var logs = Vector512.FusedMultiplyAdd(scores, Vector512.Create(_logSpread), Vector512.Create(_logMedian + (_loading * factor)));
        var bases = Vector512.Round(DrawCurvesVector.ExpInside(logs));
        var units = Vector512.Floor(Vector512.FusedMultiplyAdd(bases, Vector512.Create(_rate), Vector512.Create(_half)));
        var awards = Vector512.MinNative(units * Vector512.Create(_unit), Vector512.Create(_cap));
        return awards & Vector512.GreaterThanOrEqual(bases, Vector512.Create(_minimum));
    }

    /// <summary>The award in fen of one base of whole fen.</summary>
    internal double AwardOfBase(double fen) =>
        fen < _minimum ? 0 : Math.Min(Math.Floor(Math.FusedMultiplyAdd(fen, _rate, _half)) * _unit, _cap);
}
