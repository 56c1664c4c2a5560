// Finds out what each column of a claims file is.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Scenarios.Policies;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Scenarios.Claims;

/// <summary>A column with a fact: its position, the attribute, and what one unit of its numbers is.</summary>
internal sealed record FactColumn(int Position, Attribute Attribute, Fraction Unit);

/// <summary>The columns of one file: positions of the claim's own columns and the columns with facts.</summary>
internal sealed class ClaimColumns
{
    private readonly Dictionary<ClaimColumn, int> _positions = [];

    private ClaimColumns(Table table, Vocabulary vocabulary, ICollection<Diagnostic> faults)
    {
        foreach (var (column, headings) in ClaimWords.Headings) Take(table, column, headings);
        var names = new AttributeNames(vocabulary);
        var facts = new List<FactColumn>();
        for (var position = 0; position < table.Header.Count; position++)
        {
            if (_positions.ContainsValue(position) || IsSecondHeading(table.Header[position])) continue;
            if (names.Find(table.Header[position].Text) is { } found)
                Add(table, facts, new FactColumn(position, found.Attribute, found.Unit), faults);
            else faults.Add(Unknown(table.Header[position], names));
        }

        Facts = [.. facts.Where(column => !ClaimMaps.Names.Contains(column.Attribute.Name))];
        Maps = [.. facts.Where(column => ClaimMaps.Names.Contains(column.Attribute.Name))];
    }

    public IReadOnlyList<FactColumn> Facts { get; }

    /// <summary>Columns with a value of the claim that is no fact about its subject.</summary>
    public IReadOnlyList<FactColumn> Maps { get; }

    /// <summary>The columns of <paramref name="table"/>; what cannot be told is a fault.</summary>
    public static ClaimColumns From(Table table, Vocabulary vocabulary, ICollection<Diagnostic> faults) => new(table, vocabulary, faults);

    public bool Has(ClaimColumn column) => _positions.ContainsKey(column);

    public Cell? Cell(TableRow row, ClaimColumn column) => _positions.TryGetValue(column, out var position) ? row[position] : null;

    public string? Text(TableRow row, ClaimColumn column) => Cell(row, column) is { } cell ? CellText.Text(cell) : null;

    private void Take(Table table, ClaimColumn column, string[] headings)
    {
        foreach (var heading in headings)
        {
            for (var position = 0; position < table.Header.Count; position++)
            {
                if (!string.Equals(ClaimWords.Plain(table.Header[position].Text), heading, StringComparison.OrdinalIgnoreCase)) continue;
                _positions.Add(column, position);
                return;
            }
        }
    }

    // A running number beside a claim's own number says nothing more.
    private static bool IsSecondHeading(Cell header) =>
        ClaimWords.Headings.Values.Any(headings => headings.Contains(ClaimWords.Plain(header.Text), StringComparer.OrdinalIgnoreCase));

    private static void Add(Table table, List<FactColumn> facts, FactColumn column, ICollection<Diagnostic> faults)
    {
        if (column.Attribute.Name == SettlementReadings.ShortageModeName)
            faults.Add(ParameterFaults.OneForSettlement(table.Header[column.Position], column.Attribute.Name));
        else if (facts.Find(other => other.Attribute == column.Attribute) is { } first)
            faults.Add(ClaimFaults.SameColumn(table.Header[column.Position], table.Header[first.Position], column.Attribute.Name));
        else
            facts.Add(column);
    }

    private static Diagnostic Unknown(Cell header, AttributeNames names)
    {
        var near = NearestName.To(header.Text, names.All.Concat(ClaimWords.Headings.Values.SelectMany(headings => headings)));
        return near is not null && IsLikely(header.Text, near)
            ? ClaimFaults.MistypedColumn(header, near)
            : ClaimFaults.IgnoredColumn(header);
    }

    // Two short Chinese words are always near each other; a slip of the pen keeps most signs.
    private static bool IsLikely(string written, string near) =>
        written.Length >= 4 && written.Count(near.Contains) * 4 >= written.Length * 3;
}

/// <summary>
/// Attributes by the headings people may use: name, meaning, meaning without the remark behind it, with or without a unit.
/// </summary>
internal sealed class AttributeNames
{
    private readonly Dictionary<string, Attribute?> _byHeading = new(StringComparer.OrdinalIgnoreCase);

    public AttributeNames(Vocabulary vocabulary)
    {
        foreach (var attribute in vocabulary.All) _byHeading[attribute.Name] = attribute;
        foreach (var attribute in vocabulary.All) Add(ClaimWords.Plain(attribute.Meaning.Zh), attribute);
        foreach (var attribute in vocabulary.All) Add(ClaimWords.WithoutRemark(ClaimWords.Plain(attribute.Meaning.Zh)).Name, attribute);
    }

    public IEnumerable<string> All => _byHeading.Keys;

    /// <summary>The attribute meant by a heading and the unit written behind it, or null.</summary>
    public (Attribute Attribute, Fraction Unit)? Find(string heading)
    {
        var plain = ClaimWords.Plain(heading);
        if (_byHeading.GetValueOrDefault(plain) is { } exact) return (exact, Fraction.One);
        var (name, remark) = ClaimWords.WithoutRemark(plain);
        if (_byHeading.GetValueOrDefault(name) is not { } attribute || !ClaimWords.Units.TryGetValue(remark, out var unit)) return null;
        return (attribute, unit);
    }

    // A heading that two attributes share stands for neither.
    private void Add(string heading, Attribute attribute)
    {
        if (heading.Length == 0) return;
        if (!_byHeading.TryAdd(heading, attribute) && _byHeading[heading] is { } other && other != attribute && other.Name != heading)
            _byHeading[heading] = null;
    }
}
