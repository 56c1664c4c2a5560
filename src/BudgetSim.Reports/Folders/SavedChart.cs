// Finds a chart in the folder of a run, to paint it again in another size or language.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Reports.Folders;

/// <summary>A chart of a run in its JSON form, as <see cref="Pictures.IChartPainter"/> takes it.</summary>
public sealed record SavedChart(string Id, string Json)
{
    /// <summary>The ids of the charts of a run, in order of the alphabet.</summary>
    public static IReadOnlyList<string> Ids(string runFolder)
    {
        var folder = Path.Combine(runFolder, "charts");
        if (!Directory.Exists(folder)) return [];
        return Directory.EnumerateFiles(folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>The chart, or why there is none: no run there (BS601), no chart of that name (BS602).</summary>
    public static Loaded<SavedChart> Read(string runFolder, string id)
    {
        var known = Ids(runFolder);
        if (known.Count == 0)
            return Failed(Diagnostic.Error(
                Place.Of(runFolder), "BS601", "there is no run with charts in this folder", "name the folder that 'run' printed"));
        if (!known.Contains(id)) return Failed(Unknown(runFolder, id, known));
        return Loaded<SavedChart>.From(new SavedChart(id, File.ReadAllText(Path.Combine(runFolder, "charts", id + ".json"))), []);
    }

    private static Diagnostic Unknown(string runFolder, string id, IReadOnlyList<string> known)
    {
        var hint = NearestName.Hint(id, known);
        return Diagnostic.Error(
            Place.Of(runFolder), "BS602", $"the run has no chart '{id}'", hint.Length > 0 ? hint : "it has " + string.Join(", ", known));
    }

    private static Loaded<SavedChart> Failed(Diagnostic fault) => Loaded<SavedChart>.From(null, [fault]);
}
