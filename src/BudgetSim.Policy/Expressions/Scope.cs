// Gives the names of one measure their meaning: figures are constants, attributes are slots of a frame.
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Expressions;

/// <summary>The names an expression may use, and the slots its attributes were given, in order of first use.</summary>
public sealed class Scope(Vocabulary vocabulary, IReadOnlyDictionary<string, Value> figures)
{
    private readonly List<Vocabularies.Attribute> _slots = [];
    private readonly Dictionary<string, int> _indexOf = [];

    /// <summary>The attributes met so far; a frame has one value for each, <c>[slot]</c>.</summary>
    public IReadOnlyList<Vocabularies.Attribute> Slots => _slots;

    /// <summary>Every name that could have been meant.</summary>
    public IEnumerable<string> Known => figures.Keys.Concat(vocabulary.All.Select(attribute => attribute.Name));

    /// <summary>The constant of that name, if it is a figure.</summary>
    public bool TryFigure(string name, out Value value) => figures.TryGetValue(name, out value);

    /// <summary>The slot of an attribute or parameter, or -1 if the vocabulary does not have it.</summary>
    public int SlotOf(string name)
    {
        if (_indexOf.TryGetValue(name, out var slot)) return slot;
        if (vocabulary.Find(name) is not { } attribute) return -1;
        _slots.Add(attribute);
        return _indexOf[name] = _slots.Count - 1;
    }
}
