// What people call a fact: its meaning without remarks.
using System.Text;

namespace BudgetSim.Policy.Vocabularies;

/// <summary>Names of facts for sentences and tables; files and commands use <see cref="Attribute.Name"/>.</summary>
public static class AttributeLabel
{
    private const int LongestInChinese = 36, LongestInEnglish = 110;

    /// <summary>
    /// The meaning up to its first remark in <c>zh</c> or <c>en</c>; where that is too long to read within a sentence, the name of files.
    /// </summary>
    public static string Of(Attribute attribute, string language)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        var (meaning, longest) = language == "zh" ? (attribute.Meaning.Zh, LongestInChinese) : (attribute.Meaning.En, LongestInEnglish);
        var plain = WithoutBrackets(meaning);
        foreach (var lead in new[] { "历史：", "history: " })
            if (plain.StartsWith(lead, StringComparison.Ordinal)) plain = plain[lead.Length..];
        var label = plain.Split('；', '。', '：', ';', ':')[0].Split(", ")[0].Trim();
        return label.Length > 0 && label.Length <= longest ? label : attribute.Name;
    }

    /// <summary>The label with the name of files behind it in brackets: what to fill in, and where.</summary>
    public static string WithName(Attribute attribute, string language)
    {
        var label = Of(attribute, language);
        return label == attribute.Name ? label : language == "zh" ? $"{label}（{attribute.Name}）" : $"{label} ({attribute.Name})";
    }

    /// <summary>A meaning without its remarks in brackets of either script.</summary>
    private static string WithoutBrackets(string text)
    {
        var depth = 0;
        var kept = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '（' or '(') depth++;
            if (depth == 0) kept.Append(character);
            if (character is '）' or ')') depth = Math.Max(0, depth - 1);
        }

        return kept.ToString().Replace("  ", " ", StringComparison.Ordinal).Trim();
    }
}
