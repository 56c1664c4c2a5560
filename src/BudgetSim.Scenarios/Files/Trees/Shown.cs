// Words for what a reader found, short enough for one line of a message.
namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>Describes found values in messages.</summary>
internal static class Shown
{
    private const int Longest = 40;

    /// <summary>The text in quotes, on one line, cut after 40 characters.</summary>
    public static string Text(string text)
    {
        var cut = text.Length > Longest ? text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…" : text;
        return "'" + string.Concat(cut.Select(character => char.IsControl(character) ? '␣' : character)) + "'";
    }

    /// <summary>What kind of value this is, with the text of a scalar.</summary>
    public static string Node(DataNode node) => node switch
    {
        MappingNode => "a mapping",
        SequenceNode list => $"a list of {list.Items.Count}",
        ScalarNode { IsNull: true } => "nothing",
        ScalarNode scalar => Text(scalar.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>At most twelve names, separated by commas.</summary>
    public static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(12)) + (all.Count > 12 ? $", … ({all.Count} in all)" : "");
    }
}
