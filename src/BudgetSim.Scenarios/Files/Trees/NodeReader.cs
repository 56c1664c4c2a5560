// Asks a tree for what it should hold and collects the faults instead of stopping at the first.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>
/// One node being read. Every question is answered: where the file is wrong the fault is reported once and a
/// placeholder is returned ("" , 0, false, the first day, the first choice, an empty list), so that the rest is read
/// too; <see cref="Loaded{T}.From"/> then withholds the value. Keys that were never asked for are reported as unknown.
/// The questions by key (<c>Text("id")</c>) are in <see cref="NodeFields"/>.
/// </summary>
public sealed class NodeReader
{
    private const int MostUnknownKeys = 20;

    private static readonly DataNode Nothing = new ScalarNode(default, "", ScalarForm.Plain);

    private readonly ICollection<Diagnostic> _faults;
    private readonly bool _silent;
    private List<string>? _asked;
    private bool _shapeReported;

    private NodeReader(DataNode node, Place keyWhere, string name, ICollection<Diagnostic> faults, bool silent)
    {
        Node = node;
        KeyWhere = keyWhere;
        Name = name;
        _faults = faults;
        _silent = silent;
    }

    /// <summary>The node itself; an empty scalar when the file has none here.</summary>
    public DataNode Node { get; }

    /// <summary>Where the node begins.</summary>
    public Place Where => Node.Where;

    /// <summary>Where the node's key stands; its own place if it has none.</summary>
    public Place KeyWhere { get; }

    /// <summary>The key of the node, or for a list's element the key of the list, or the name of the document.</summary>
    public string Name { get; }

    /// <summary>Reads a whole tree; <paramref name="name"/> is what messages call it.</summary>
    public static T Read<T>(DataNode root, string name, ICollection<Diagnostic> faults, Func<NodeReader, T> read) =>
        Closing(new NodeReader(root, root.Where, name, faults, silent: false), read);

    /// <summary>Reports a fault of the caller's own, unless this node is a placeholder.</summary>
    public void Report(Diagnostic fault)
    {
        if (!_silent) _faults.Add(fault);
    }

    /// <summary>The keys present, in the order of the file.</summary>
    public IEnumerable<string> Keys() => Entries().Select(entry => entry.Key);

    /// <summary>Whether a key is present with a value; the key counts as known.</summary>
    public bool Has(string key) => Child(key) is not null;

    /// <summary>The child at a key that may be missing; null when it is missing or empty. The key counts as known.</summary>
    public NodeReader? Child(string key)
    {
        (_asked ??= []).Add(key);
        if (Mapping()?.Find(key) is not { } entry || entry.Value is ScalarNode { IsNull: true }) return null;
        return new NodeReader(entry.Value, entry.KeyWhere, entry.Key, _faults, _silent);
    }

    /// <summary>The child at a key that must be there; a missing one is reported and read as a silent placeholder.</summary>
    public NodeReader RequiredChild(string key)
    {
        if (Child(key) is { } child) return child;
        if (!_silent && Node is MappingNode mapping) _faults.Add(NodeFaults.MissingKey(mapping.Find(key)?.KeyWhere ?? Where, key));
        return new NodeReader(Nothing with { Where = Where }, Where, key, _faults, silent: true);
    }

    /// <summary>Reads this node with <paramref name="read"/> and reports the keys that it did not ask for.</summary>
    public T As<T>(Func<NodeReader, T> read) => Closing(this, read);

    /// <summary>Each element of a list, read with <paramref name="read"/>.</summary>
    public IReadOnlyList<T> AsList<T>(Func<NodeReader, T> read)
    {
        if (Node is SequenceNode list)
            return [.. list.Items.Select(item => Closing(new NodeReader(item, item.Where, Name, _faults, _silent), read))];
        ReportShape("a list");
        return [];
    }

    /// <summary>Each value of a mapping with free keys, in the order of the file; <see cref="Name"/> is the key.</summary>
    public IReadOnlyList<T> AsEntries<T>(Func<NodeReader, T> read) =>
        [.. Entries().Select(entry => Closing(new NodeReader(entry.Value, entry.KeyWhere, entry.Key, _faults, _silent), read))];

    /// <summary>A mapping with free keys as a dictionary in the order of the file.</summary>
    public IReadOnlyDictionary<string, T> AsMap<T>(Func<NodeReader, T> read)
    {
        var map = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in Entries())
            map[entry.Key] = Closing(new NodeReader(entry.Value, entry.KeyWhere, entry.Key, _faults, _silent), read);
        return map;
    }

    /// <summary>The text of a scalar as written.</summary>
    public string AsText() => Scalar("a text")?.Text ?? "";

    /// <summary>An exact number: <c>500万</c>, <c>3%</c>, <c>1/3</c>, <c>1,200.50</c>.</summary>
    public Fraction AsNumber()
    {
        if (Scalar("a number") is not { } scalar) return default;
        var read = scalar.Form == ScalarForm.Number
            ? ScalarText.TryJsonNumber(scalar.Text, out var value)
            : ScalarText.TryNumber(scalar.Text, out value);
        if (!read) _faults.Add(ValueFaults.NotANumber(Where, Name, Shown.Node(scalar)));
        return value;
    }

    /// <summary>A whole number that fits a <see langword="long"/>.</summary>
    public long AsWhole()
    {
        var before = _faults.Count;
        var value = AsNumber();
        if (_faults.Count == before && Node is ScalarNode { Text: [.., '%' or '‰' or '％'] })
            Report(ValueFaults.NotWhole(Where, Name, Shown.Node(Node)));
        if (value.IsInteger && value.Numerator >= long.MinValue && value.Numerator <= long.MaxValue) return (long)value.Numerator;
        if (_faults.Count == before)
            Report(value.IsInteger ? ValueFaults.WholeTooLarge(
                Where, Name, Shown.Node(Node)) : ValueFaults.NotWhole(Where, Name, Shown.Node(Node)));
        return 0;
    }

    /// <summary>A day.</summary>
    public DateOnly AsDate()
    {
        if (Scalar("a date") is not { } scalar) return default;
        if (!DateText.TryParse(scalar.Text, out var date)) _faults.Add(ValueFaults.NotADate(Where, Name, Shown.Node(scalar)));
        return date;
    }

    /// <summary>A yes or no: true, false, yes, no, 是, 否.</summary>
    public bool AsBool()
    {
        if (Scalar("true or false") is not { } scalar) return false;
        if (!ScalarText.TryTruth(scalar.Text, out var value)) _faults.Add(ValueFaults.NotATruth(Where, Name, Shown.Node(scalar)));
        return value;
    }

    /// <summary>One of a closed list of words; the first of them stands in for an unknown one.</summary>
    public T AsChoice<T>(IReadOnlyDictionary<string, T> choices)
    {
        if (Scalar("one word") is { } scalar)
        {
            if (choices.TryGetValue(scalar.Text, out var chosen)) return chosen;
            _faults.Add(ValueFaults.NotAChoice(Where, Name, Shown.Node(scalar), scalar.Text, [.. choices.Keys]));
        }

        return choices.Values.First();
    }

    private static T Closing<T>(NodeReader reader, Func<NodeReader, T> read)
    {
        var value = read(reader);
        if (!reader._silent && reader._asked is { } asked && reader.Node is MappingNode mapping)
            reader.ReportUnknown(mapping, [.. asked.Distinct(StringComparer.Ordinal)]);
        return value;
    }

    // The first are told one by one; nobody reads a million.
    private void ReportUnknown(MappingNode mapping, IReadOnlyCollection<string> known)
    {
        var unknown = mapping.Entries.Where(entry => !known.Contains(entry.Key)).ToList();
        foreach (var entry in unknown.Take(MostUnknownKeys)) _faults.Add(NodeFaults.UnknownKey(entry, known));
        if (unknown.Count > MostUnknownKeys)
            _faults.Add(NodeFaults.MoreUnknownKeys(unknown[MostUnknownKeys].KeyWhere, unknown.Count - MostUnknownKeys));
    }

    private IReadOnlyList<DataEntry> Entries() => Mapping()?.Entries ?? [];

    private MappingNode? Mapping()
    {
        if (Node is not MappingNode) ReportShape("a mapping (key: value)");
        return Node as MappingNode;
    }

    private ScalarNode? Scalar(string expected)
    {
        if (!_silent && Node is ScalarNode { IsNull: false } scalar) return scalar;
        ReportShape(expected);
        return null;
    }

    private void ReportShape(string expected)
    {
        if (_silent || _shapeReported) return;
        _shapeReported = true;
        _faults.Add(NodeFaults.WrongShape(Node, Name, expected));
    }
}
