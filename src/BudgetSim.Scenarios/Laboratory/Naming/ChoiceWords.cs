// The values of attributes as people read them: yes and no, and the words that choices take.
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Scenarios.Laboratory.Naming;

/// <summary>Values in both languages.</summary>
public static class ChoiceWords
{
    private static readonly Lazy<IReadOnlyDictionary<string, Bilingual>> Words = new(() => WordList.Read("choices.txt"));

    /// <summary>The words that have a reading of their own.</summary>
    public static IReadOnlyCollection<string> Known => [.. Words.Value.Keys];

    /// <summary>A word, <c>true</c> or <c>false</c>; any other text as it stands.</summary>
    public static Bilingual Of(string text) => text switch
    {
        null => throw new ArgumentNullException(nameof(text)),
        "true" => new Bilingual("是", "yes"),
        "false" => new Bilingual("否", "no"),
        _ => Words.Value.TryGetValue(text, out var words) ? words : new Bilingual(text, text),
    };

    /// <summary>A value; a number as it stands.</summary>
    public static Bilingual Of(Value value) => Of(value.Text ?? value.ToString());
}
