// What attributes and parameters are called.
using BudgetSim.Policy.Vocabularies;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Scenarios.Laboratory.Naming;

/// <summary>Labels of attributes in both languages.</summary>
public static class AttributeNames
{
    /// <summary>The label; where that explains a value or is too long, the name of files in words.</summary>
    public static Bilingual Of(Attribute attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return new Bilingual(In(attribute, "zh"), In(attribute, "en"));
    }

    /// <summary>The same by name; an attribute that the vocabulary has not by its name.</summary>
    public static Bilingual Of(Vocabulary vocabulary, string name)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return vocabulary.Find(name) is { } attribute ? Of(attribute) : new Bilingual(name, name);
    }

    private static string In(Attribute attribute, string language)
    {
        var label = AttributeLabel.Of(attribute, language);
        return label == attribute.Name || label.Contains(" = ", StringComparison.Ordinal) ? WordList.InWords(attribute.Name) : label;
    }
}
