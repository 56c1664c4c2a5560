// Shows a value of a data file in one line.
using System.Globalization;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Vocabularies;
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

    /// <summary>The same as people read it in each language: where the file writes 万 and 亿, English has the digits.</summary>
    public static Bilingual Words(DataNode? node) => new(Of(node), Of(node is null ? null : InDigits(node)));

    /// <summary>A value as it is read in one language, <c>zh</c> or <c>en</c>.</summary>
    public static DataNode In(string language, DataNode node) => language == "zh" ? node : InDigits(node);

    /// <summary>Whole yuan in each language.</summary>
    public static Bilingual Yuan(long yuan) => new(QuantityText.FormatYuan(yuan), QuantityText.FormatYuanInEnglish(yuan));

    private static DataNode InDigits(DataNode node) => node switch
    {
        ScalarNode { Text: [.., '万' or '亿' or '元'] } scalar when QuantityText.TryParse(scalar.Text, out var number) && number.IsInteger =>
            scalar with { Text = Grouped(number) },
        SequenceNode list => list with { Items = [.. list.Items.Select(InDigits)] },
        MappingNode mapping =>
            mapping with { Entries = [.. mapping.Entries.Select(entry => entry with { Value = InDigits(entry.Value) })] },
        _ => node,
    };

    private static string Grouped(Fraction number) => number.Numerator.ToString("#,##0", CultureInfo.InvariantCulture);
}
