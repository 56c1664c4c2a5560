// Gives what rosters name its numbers, the same in every roster of a pool.
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Scenarios.Pools;

/// <summary>Numbers from 0 by kind and name; an enterprise that stands in two rosters is one enterprise.</summary>
internal sealed class RosterNumbers
{
    private readonly Dictionary<string, int> _enterprises = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Name), int> _objects = [];
    private readonly Dictionary<string, int> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _parks = new(StringComparer.Ordinal);
    private int _group;
    private int _park;

    /// <summary>How many there are by now.</summary>
    public NamedObjects Count => new(_enterprises.Count, _objects.Count, _group, _park);

    public int Enterprise(string name) => Number(_enterprises, name, _enterprises.Count);

    /// <summary>The number of an object, or -1 without a name.</summary>
    public int Object(string kind, string? name) => name is null ? -1 : Number(_objects, (kind, name), _objects.Count);

    public int Group(string? name) => name is null ? -1 : _groups.TryGetValue(name, out var known) ? known : _groups[name] = _group++;

    public int Park(string? name) => name is null ? -1 : _parks.TryGetValue(name, out var known) ? known : _parks[name] = _park++;

    /// <summary>The first of <paramref name="count"/> groups without a name.</summary>
    public int Groups(int count) => (_group += count) - count;

    /// <summary>The first of <paramref name="count"/> parks without a name.</summary>
    public int Parks(int count) => (_park += count) - count;

    private static int Number<T>(Dictionary<T, int> numbers, T name, int next)
        where T : notnull => numbers.TryGetValue(name, out var known) ? known : numbers[name] = next;
}
