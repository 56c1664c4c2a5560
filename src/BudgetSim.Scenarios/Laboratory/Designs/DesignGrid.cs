// Places on the grid of a design: coarse lines through a box, and the smaller box around the best place.
namespace BudgetSim.Scenarios.Laboratory.Designs;

/// <summary>Whole-number geometry of the search.</summary>
internal static class DesignGrid
{
    private static readonly int[] PerPathByCount = [0, 21, 9, 5, 4];

    /// <summary>Places per path in one pass.</summary>
    public static int PerPath(int paths) => PerPathByCount[paths];

    /// <summary>At most <paramref name="most"/> places from low to high, both included, as evenly as whole numbers allow.</summary>
    public static IReadOnlyList<int> Line(int low, int high, int most)
    {
        var count = Math.Min(high - low + 1, most);
        return count == 1 ? [low] : [.. Enumerable.Range(0, count).Select(index => low + (int)((long)(high - low) * index / (count - 1)))];
    }

    /// <summary>Whether a line leaves nothing out between its ends.</summary>
    public static bool IsWhole(IReadOnlyList<int> line) => line[^1] - line[0] + 1 == line.Count;

    /// <summary>Every combination of places; the last line moves fastest.</summary>
    public static IEnumerable<int[]> Places(IReadOnlyList<IReadOnlyList<int>> lines)
    {
        IEnumerable<int[]> places = [[]];
        foreach (var line in lines) places = places.SelectMany(place => line.Select(at => (int[])[.. place, at]));
        return places;
    }

    /// <summary>The box between the neighbours of a place on each line.</summary>
    public static (int Low, int High)[] Around(int[] place, IReadOnlyList<IReadOnlyList<int>> lines) =>
        [.. place.Select((at, path) => (lines[path].Where(each => each < at).DefaultIfEmpty(at).Max(),
            lines[path].Where(each => each > at).DefaultIfEmpty(at).Min()))];
}
