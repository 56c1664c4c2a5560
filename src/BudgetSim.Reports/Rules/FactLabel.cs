// The short name of a fact for tables: its meaning without remarks.
using System.Text;
using BudgetSim.Reports.Values;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Reports.Rules;

/// <summary>Names of facts; the meaning up to its first remark, or the name that files use where that is too long.</summary>
internal static class FactLabel
{
    public static string Of(Attribute attribute, Language language, int longest)
    {
        var meaning = language == Language.Zh ? attribute.Meaning.Zh : attribute.Meaning.En;
        var label = WithoutBrackets(meaning).Split(language == Language.Zh ? ['；', '。', ';', '：'] : [';', ':', ','])[0].Trim();
        return label.Length is > 0 && ShortName.Width(label) <= longest ? label : language == Language.Zh && label.Length > 0 ? ShortName.Of(label, longest) : attribute.Name.Replace('_', ' ');
    }

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

        return kept.ToString();
    }
}
