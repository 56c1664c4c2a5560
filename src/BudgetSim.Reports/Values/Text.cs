// One text in both languages.
namespace BudgetSim.Reports.Values;

/// <summary>A text in Chinese and English; names of enterprises and the like are the same in both.</summary>
public sealed record Text(string Zh, string En)
{
    /// <summary>No text.</summary>
    public static Text Empty { get; } = new("", "");

    /// <summary>A text that is not translated, such as a name or an article number.</summary>
    public static Text Same(string text) => new(text, text);

    /// <summary>The text in one language; where that is empty, the other.</summary>
    public string In(Language language)
    {
        var (wanted, other) = language == Language.Zh ? (Zh, En) : (En, Zh);
        return wanted.Length > 0 ? wanted : other;
    }

    /// <summary>Both languages joined to another text, in order.</summary>
    public static Text operator +(Text a, Text b) => new(a.Zh + b.Zh, a.En + b.En);
}
