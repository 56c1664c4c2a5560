// The day within the year on which a subject comes up.
namespace BudgetSim.Simulation.Pools;

/// <summary>Days from one to another, both included, as month times 100 plus day (630 is 30 June), with their share of all.</summary>
public readonly record struct DaySpan(int From, int To, double Weight);

/// <summary>One of several spans by weight (the weights sum to 1), and within a span every day alike.</summary>
public sealed record EventDate(IReadOnlyList<DaySpan> Spans)
{
    /// <summary>The day that <paramref name="uniform"/>, in (0,1), draws in <paramref name="year"/>.</summary>
    public DateOnly Draw(int year, double uniform)
    {
        foreach (var span in Spans)
        {
            if (uniform < span.Weight) return Within(span, year, uniform / span.Weight);
            uniform -= span.Weight;
        }

        return Within(Spans[^1], year, 0.5);
    }

    /// <summary>The day of a year; 29 February is the 28th where there is none.</summary>
    public static DateOnly DayOf(int year, int monthAndDay) =>
        new(year, monthAndDay / 100, Math.Min(monthAndDay % 100, DateTime.DaysInMonth(year, monthAndDay / 100)));

    private static DateOnly Within(DaySpan span, int year, double share)
    {
        var (from, to) = (DayOf(year, span.From), DayOf(year, span.To));
        var days = to.DayNumber - from.DayNumber + 1;
        return from.AddDays(Math.Min((int)(share * days), days - 1));
    }
}
