// Reads a list of words that the project carries: one name a line, its words behind arrows.
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Scenarios.Laboratory.Naming;

/// <summary>Words by the name that files use.</summary>
internal static class WordList
{
    private const string Arrow = " => ";

    /// <summary>
    /// The list in <paramref name="file"/>: Chinese, then English; where no English is given the name says it, with blanks for its
    /// underscores.
    /// </summary>
    public static IReadOnlyDictionary<string, Bilingual> Read(string file)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream($"words/{file}")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#');
        return lines.Select(line => line.Split(Arrow))
            .ToDictionary(
                parts => parts[0],
                parts => new Bilingual(parts[1], parts.Length > 2 ? parts[2] : InWords(parts[0])),
                StringComparer.Ordinal);
    }

    /// <summary>A name with blanks for its underscores.</summary>
    public static string InWords(string name) => name.Replace('_', ' ');
}
