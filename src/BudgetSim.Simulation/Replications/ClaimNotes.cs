// What is noted of every claim beside what its measure reads: the size, grade or region of who files it.
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Simulation.Replications;

/// <summary>
/// Values of the attributes <paramref name="names"/>, <c>[claim][name]</c>, in claim order; null where the pool does not state one.
/// </summary>
public sealed class ClaimNotes(IReadOnlyList<string> names)
{
    private readonly List<Value[]> _notes = [];

    /// <summary>The attributes that are noted.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The values of the last replication drawn.</summary>
    public IReadOnlyList<Value[]> OfClaims => _notes;

    internal void Clear() => _notes.Clear();

    internal void Add(int[] places, Value[] values) => _notes.Add([.. places.Select(place => place < 0 ? Value.Null : values[place])]);
}
