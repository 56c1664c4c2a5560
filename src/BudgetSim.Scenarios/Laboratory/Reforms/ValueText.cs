// Shows a value of a data file in one line.
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>Values as people wrote them.</summary>
public static class ValueText
{
    /// <summary>A scalar as it stands, a list or mapping in the short form of YAML.</summary>
    public static string Of(DataNode? node) => node switch
    {
        null => "—",
        ScalarNode scalar => scalar.Text,
        SequenceNode list => "[" + string.Join(", ", list.Items.Select(Of)) + "]",
        MappingNode mapping => "{ " + string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key}: {Of(entry.Value)}")) + " }",
        _ => "",
    };
}
