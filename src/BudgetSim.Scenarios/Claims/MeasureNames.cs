// Finds the measure that a clerk means.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Library;

namespace BudgetSim.Scenarios.Claims;

/// <summary>Measures by id, by the id inside their document, by article and by title, as far as these are unique.</summary>
internal sealed class MeasureNames
{
    private readonly Dictionary<string, CompiledMeasure?> _byName = new(StringComparer.Ordinal);
    private readonly PolicyLibrary _library;

    public MeasureNames(PolicyLibrary library)
    {
        _library = library;
        foreach (var measure in library.Measures)
        {
            var source = measure.Measure;
            foreach (var name in new[] { source.Id[(source.Id.IndexOf('/')
                + 1)..], source.Article, source.Title.Zh, source.Title.En }.Distinct())
                if (!_byName.TryAdd(name, measure)) _byName[name] = null;
        }
    }

    /// <summary>The measure called <paramref name="name"/>, or null.</summary>
    public CompiledMeasure? Find(string name) => _library.Find(name) ?? _byName.GetValueOrDefault(name);
}
