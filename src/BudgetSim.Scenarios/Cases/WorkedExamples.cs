// Runs the worked examples of a file or of every document of a folder.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Cases;

/// <summary>All worked examples below a path: files called <c>*cases*.csv</c> and <c>*.jsonl</c>.</summary>
public sealed class WorkedExamples(string policies)
{
    private readonly Dictionary<string, Loaded<LibraryTerms>> _libraries = [];

    /// <summary>The outcomes in the order of the files; a library that cannot be read gives its faults instead.</summary>
    public Loaded<List<CaseOutcome>> Run(string path)
    {
        var files = FilesBelow(path);
        if (files.Count == 0) return Fault(path, "BS208", "no cases.csv or settlements.jsonl here");
        var terms = TermsFor(new Dictionary<string, string>());
        if (!terms.Succeeded) return new Loaded<List<CaseOutcome>>(null, terms.Diagnostics);
        var outcomes = files.SelectMany(file => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            ? CaseFile.Run(file, terms.Value)
            : SettlementFile.Run(file, TermsFor));
        return new Loaded<List<CaseOutcome>>([.. outcomes], []);
    }

    /// <summary>The files with examples below <paramref name="path"/>, sorted; the path itself if it is a file.</summary>
    public static IReadOnlyList<string> FilesBelow(string path)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path)) return [];
        var files = Directory.EnumerateFiles(path, "*cases*.csv", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(path, "*.jsonl", SearchOption.AllDirectories));
        return [.. files.Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether a file's name says that it holds examples.</summary>
    internal static bool IsExample(string file) =>
        file.EndsWith(".jsonl", StringComparison.Ordinal)
            || (file.EndsWith(".csv", StringComparison.Ordinal) && Path.GetFileName(file).Contains("cases", StringComparison.Ordinal));

    private Loaded<LibraryTerms> TermsFor(IReadOnlyDictionary<string, string> readings)
    {
        var key = string.Join(
            ';', readings.OrderBy(reading => reading.Key, StringComparer.Ordinal).Select(reading => $"{reading.Key}={reading.Value}"));
        if (_libraries.TryGetValue(key, out var known)) return known;
        var modes = SettlementReadings.From(readings);
        if (!modes.Succeeded) return _libraries[key] = new Loaded<LibraryTerms>(null, modes.Diagnostics);
        var library = PolicyFolder.Read(policies, documents: null, modes.Value.PolicyReadings);
        return _libraries[key] = library.Succeeded
            ? new Loaded<LibraryTerms>(LibraryTerms.From(library.Value, modes.Value.Shortage), [])
            : new Loaded<LibraryTerms>(null, library.Diagnostics);
    }

    private static Loaded<List<CaseOutcome>> Fault(string path, string code, string message) =>
        new(null, [Diagnostic.Error(Place.Of(path), code, message)]);
}
