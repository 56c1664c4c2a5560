// Gives what rosters name its numbers, the same in every roster of a pool.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Pools;

/// <summary>Numbers from 0 by kind and name; an enterprise that stands in two rosters is one enterprise.</summary>
internal sealed class RosterNumbers
{
    /// <summary>The number of everything that stands in no roster; no claim has it.</summary>
    public const int Elsewhere = int.MaxValue - 1;

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

    /// <summary>
    /// The numbers of what a payment names: -1 for what it does not name, <see cref="Elsewhere"/> for what stands in no roster.
    /// </summary>
    public ClaimKeys KeysOf(ClaimObjects objects)
    {
        int Inside(string kind, string? name) => Find(_objects, name is null ? null : (kind, objects.Enterprise + "\n" + name));
        int Plain(string kind, string? name) => Find(_objects, name is null ? null : (kind, name));
        return new ClaimKeys(
            Find(_enterprises, objects.Enterprise),
            Inside("project", objects.Project),
            Inside("loan", objects.Loan),
            Plain("item", objects.Item),
            Plain("event", objects.Event),
            -1,
            Find(_parks, objects.Park));
    }

    /// <summary>The names of all enterprises.</summary>
    public IReadOnlyCollection<string> Enterprises => _enterprises.Keys;

    /// <summary>The first of <paramref name="count"/> groups without a name.</summary>
    public int Groups(int count) => (_group += count) - count;

    /// <summary>The first of <paramref name="count"/> parks without a name.</summary>
    public int Parks(int count) => (_park += count) - count;

    private static int Find<T>(Dictionary<T, int> numbers, T? name)
        where T : struct => name is not { } given ? -1 : numbers.GetValueOrDefault(given, Elsewhere);

    private static int Find(Dictionary<string, int> numbers, string? name) =>
        name is null ? -1 : numbers.GetValueOrDefault(name, Elsewhere);

    private static int Number<T>(Dictionary<T, int> numbers, T name, int next)
        where T : notnull => numbers.TryGetValue(name, out var known) ? known : numbers[name] = next;
}
