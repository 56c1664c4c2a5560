// The short name of a fact for tables: its label, or the name that files use where that is too long.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Values;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Reports.Rules;

/// <summary>Names of facts within a width.</summary>
internal static class FactLabel
{
    public static string Of(Attribute attribute, Language language, int longest)
    {
        var label = AttributeLabel.Of(attribute, language == Language.Zh ? "zh" : "en");
        return ShortName.Width(label) <= longest ? label
            : language == Language.Zh ? ShortName.Of(label, longest)
            : attribute.Name.Replace('_', ' ');
    }
}
