// A policy document with the tree it was read from, so that faults of meaning have exact places too.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Measures;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Checks.Documents;

/// <summary>
/// One document under check; <paramref name="Folder"/> holds its policy.yaml and articles.csv; null for a file by itself.
/// </summary>
internal sealed record CheckedDocument(string? Folder, DataNode Tree, PolicyDocument Document)
{
    public IEnumerable<Measure> Measures => Document.Measures.Select(measure => measure.Measure);

    /// <summary>Where a field of a measure stands; the measure's own place if the file does not write it.</summary>
    public Place At(Measure measure, params string[] path) => FieldPlaces.Of(Tree, measure, path);
}
