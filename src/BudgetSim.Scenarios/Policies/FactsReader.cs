// Reads facts by vocabulary name from a mapping.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Scenarios.Policies;

/// <summary>Facts of claims and cases.</summary>
public static class FactsReader
{
    /// <summary>The facts of <paramref name="node"/>; unknown names and values that do not fit are faults.</summary>
    public static Dictionary<string, Value> Read(DataNode? node, Vocabulary vocabulary, ICollection<Diagnostic> faults)
    {
        var facts = new Dictionary<string, Value>();
        if (node is null or ScalarNode { IsNull: true }) return facts;
        if (node is not MappingNode mapping)
        {
            faults.Add(Diagnostic.Error(node.Where, "BS202", "expected facts as { name: value }"));
            return facts;
        }

        foreach (var entry in mapping.Entries) Add(facts, entry, vocabulary, faults);
        return facts;
    }

    private static void Add(Dictionary<string, Value> facts, DataEntry entry, Vocabulary vocabulary, ICollection<Diagnostic> faults)
    {
        if (vocabulary.Find(entry.Key) is not { } attribute)
        {
            faults.Add(Unknown(entry, vocabulary));
            return;
        }

        if (entry.Value is not ScalarNode scalar)
        {
            faults.Add(Diagnostic.Error(entry.Value.Where, "BS203", $"{entry.Key}: expected one value, found a list or mapping"));
            return;
        }

        var (value, fault) = Parse(attribute, scalar);
        if (fault is null) facts[entry.Key] = value;
        else faults.Add(fault);
    }

    private static (Value, Diagnostic?) Parse(Attribute attribute, ScalarNode scalar)
    {
        if (scalar.IsNull) return (Value.Null, null);
        return scalar.Form == ScalarForm.Number && ScalarText.TryJsonNumber(scalar.Text, out var number)
            ? FactText.Parse(attribute, number.ToString(), scalar.Where)
            : FactText.Parse(attribute, scalar.Text, scalar.Where);
    }

    private static Diagnostic Unknown(DataEntry entry, Vocabulary vocabulary) => Diagnostic.Error(
        entry.KeyWhere,
        "BS204",
        $"unknown attribute '{entry.Key}'",
        NearestName.Hint(entry.Key, vocabulary.All.Select(attribute => attribute.Name)));
}
