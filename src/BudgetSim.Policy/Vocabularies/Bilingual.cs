// A text in Chinese and English.
namespace BudgetSim.Policy.Vocabularies;

/// <summary>A text in both languages of the product.</summary>
public sealed record Bilingual(string Zh, string En)
{
    /// <summary>The text in <paramref name="language"/> (<c>zh</c> or <c>en</c>), the other one if it is missing.</summary>
    public string In(string language) => (language == "zh") == (Zh.Length > 0) ? (Zh.Length > 0 ? Zh : En) : En.Length > 0 ? En : Zh;
}
