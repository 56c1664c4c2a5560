// One point that the wording leaves open, as the library's files list it.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Checks.Documents;

/// <summary>
/// A reading with its options by letter. <see cref="Defaults"/> are by document; <see cref="Set"/> says what an option
/// changes. A reading without a working option is documentation: choosing another option is an error.
/// </summary>
public sealed record ListedReading(string Code, Bilingual Point, IReadOnlyDictionary<string, Bilingual> Options, Place Where)
{
    /// <summary>The measure it belongs to, or empty for a general reading.</summary>
    public string Measure { get; init; } = "";

    /// <summary>The default option by document id.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();

    /// <summary>What the options set, as written; null for documentation.</summary>
    public MappingNode? Set { get; init; }

    /// <summary>The options that change something, in file order.</summary>
    public IReadOnlyList<string> WorkingOptions =>
        [.. (Set?.Entries ?? []).Where(entry => entry.Value is MappingNode { Entries.Count: > 0 }).Select(entry => entry.Key)];

    /// <summary>Whether an option changes an amount.</summary>
    public bool IsSwitch => WorkingOptions.Count > 0;
}
