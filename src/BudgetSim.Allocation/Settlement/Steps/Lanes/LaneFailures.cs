// Remembers which partial choices of lanes lead nowhere, so that none is followed twice.
namespace BudgetSim.Allocation.Settlement.Steps.Lanes;

/// <summary>
/// Where the model is exact, two partial choices that used the same of every line differ only in the money outside the
/// lines: what failed with more of it fails with less. Use beyond a line's room, or of a line that can no more be exhausted, does not tell
/// them apart.
/// </summary>
internal sealed class LaneFailures
{
    private const int MostKept = 1 << 18;

    private readonly LanePart _part;
    private readonly long[][] _most;
    private readonly Dictionary<long[], long> _failed = new(new SameUse());
    private readonly long[] _key;

    public LaneFailures(LanePart part)
    {
        _part = part;
        _key = new long[part.Lines.Length + 1];
        _most = new long[part.Sets.Length + 1][];
        _most[^1] = new long[part.Lines.Length];
        for (var project = part.Sets.Length - 1; project >= 0; project--)
            _most[project] = [.. part.Lines
                .Select((line, index) => _most[project + 1][index] + part.Sets[project].Max(set => UseOf(set, line)))];
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => _failed.Clear();

    /// <summary>What a set of claims asks of a line; those that draw on none for -1.</summary>
    public long UseOf(int[] claims, int line)
    {
        var sum = 0L;
        foreach (var claim in claims)
        {
            var lines = _part.Model.Lines[claim];
            if (line < 0 ? lines.Length == 0 : lines.Contains(line)) sum += _part.Model.Worths[claim];
        }

        return sum;
    }

    /// <summary>Whether a choice of the first projects with no less money had failed; its last use is that outside the lines.</summary>
    public bool Has(int chosen, long[] used)
    {
        var outside = Enter(chosen, used);
        return _failed.TryGetValue(_key, out var most) && outside <= most;
    }

    /// <summary>Notes that a choice of the first projects has failed.</summary>
    public void Add(int chosen, long[] used)
    {
        var outside = Enter(chosen, used);
        if (_failed.TryGetValue(_key, out var most)) _failed[_key] = Math.Max(most, outside);
        else if (_failed.Count < MostKept) _failed.Add((long[])_key.Clone(), outside);
    }

    private long Enter(int chosen, long[] used)
    {
        var outside = used[^1];
        _key[^1] = chosen;
        for (var index = 0; index < _part.Lines.Length; index++)
        {
            var room = _part.Model.Rooms[_part.Lines[index]];
            _key[index] = Math.Min(used[index], room);
            if (used[index] + _most[chosen][index] > room) continue;
            outside += used[index];
            _key[index] = 0;
        }

        return outside;
    }

    private sealed class SameUse : IEqualityComparer<long[]>
    {
        public bool Equals(long[]? a, long[]? b) => a.AsSpan().SequenceEqual(b);

        public int GetHashCode(long[] use)
        {
            var hash = new HashCode();
            foreach (var yuan in use) hash.Add(yuan);
            return hash.ToHashCode();
        }
    }
}
