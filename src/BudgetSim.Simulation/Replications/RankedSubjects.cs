// Puts the subjects of a year in the order of an attribute before they file.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Simulation.Replications;

/// <summary>Files one subject with its values and which of its measures it applies for.</summary>
internal delegate void FileSubject(in Filed filed, Value[] values, bool[] files);

/// <summary>
/// Subjects waiting for their rank; the largest value of the attribute at <paramref name="by"/> goes first, ties in the order of coming up.
/// </summary>
internal sealed class RankedSubjects(int by)
{
    private readonly List<(Filed Filed, Value[] Values, bool[] Files)> _waiting = [];

    /// <summary>Keeps a copy of what the subject is like.</summary>
    public void Add(in Filed filed, Value[] values, bool[] files) => _waiting.Add((filed, [.. values], [.. files]));

    /// <summary>Files everybody in order and forgets them; who has no value comes last.</summary>
    public void FileAll(FileSubject file)
    {
        foreach (var (filed, values, files) in _waiting.OrderByDescending(waiting => waiting.Values[by].IsNull ? 0 : 1)
            .ThenByDescending(waiting => waiting.Values[by].IsNull ? Fraction.Zero : waiting.Values[by].Number))
            file(filed, values, files);
        _waiting.Clear();
    }
}
