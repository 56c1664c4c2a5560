// Gives the named objects of claims dense numbers.
using BudgetSim.Allocation.Settlement;

namespace BudgetSim.Simulation.Settlement;

/// <summary>Numbers from 0 for every name, one series per kind of object.</summary>
internal sealed class ObjectNames
{
    private readonly Dictionary<string, int>[] _series = [.. Enumerable.Range(0, 7).Select(_ => new Dictionary<string, int>())];

    public ClaimKeys KeysOf(ClaimObjects objects) => new(
        Number(0, objects.Enterprise),
        Number(1, objects.Project),
        Number(2, objects.Loan),
        Number(3, objects.Item),
        Number(4, objects.Event),
        Number(5, objects.Group),
        Number(6, objects.Park));

    private int Number(int series, string? name)
    {
        if (name is null) return -1;
        if (_series[series].TryGetValue(name, out var number)) return number;
        return _series[series][name] = _series[series].Count;
    }
}
