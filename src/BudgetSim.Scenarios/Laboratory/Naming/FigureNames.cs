// What the figures of measures are called.
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Scenarios.Laboratory.Naming;

/// <summary>Names of figures in both languages.</summary>
public static class FigureNames
{
    private static readonly Lazy<IReadOnlyDictionary<string, Bilingual>> Names = new(() => WordList.Read("figures.txt"));

    /// <summary>The figures that have a name of their own.</summary>
    public static IReadOnlyCollection<string> Known => [.. Names.Value.Keys];

    /// <summary>A figure in words; one that is not known by its name in files.</summary>
    public static Bilingual Of(string figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Names.Value.TryGetValue(figure, out var name) ? name : new Bilingual(figure, WordList.InWords(figure));
    }
}
