// Finds out what a path holds and checks all of it.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Library;
using BudgetSim.Scenarios.Cases;
using BudgetSim.Scenarios.Checks.Documents;
using BudgetSim.Scenarios.Files.Encodings;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Problems;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Checks;

/// <summary>What a check found: every fault sorted by place, and what was checked.</summary>
public sealed record CheckReport(IReadOnlyList<Diagnostic> Faults, IReadOnlyList<string> Checked)
{
    /// <summary>How many faults keep the files from being used.</summary>
    public int Errors => Faults.Count(fault => fault.Severity == Severity.Error);

    /// <summary>How many faults do not.</summary>
    public int Warnings => Faults.Count - Errors;
}

/// <summary>Checks of a library, a document, a scenario, worked examples, or a folder of them.</summary>
public sealed class PathCheck
{
    private const string Policy = "policy.yaml", Vocabulary = "vocabulary.yaml", Scenario = "scenario.yaml";

    private readonly string _seeds;
    private readonly List<Diagnostic> _faults = [];
    private readonly List<string> _checked = [];
    private Loaded<PolicyLibrary>? _library;

    private PathCheck(string seeds) => _seeds = seeds;

    /// <summary>
    /// Checks everything at <paramref name="path"/>; scenarios and examples are read with the library in <paramref name="seeds"/>.
    /// </summary>
    public static CheckReport Run(string path, string seeds)
    {
        var check = new PathCheck(seeds);
        if (Directory.Exists(path)) check.Folder(path);
        else check.File(path);
        if (check._checked.Count == 0 && check._faults.Count == 0) check._faults.Add(NothingToCheck(path));
        return new CheckReport(
            [.. check._faults.Distinct().OrderBy(fault => fault.Where).ThenBy(fault => fault.Code, StringComparer.Ordinal)],
            check._checked);
    }

    private void Folder(string folder)
    {
        bool Holds(string name) => System.IO.File.Exists(Path.Combine(folder, name));
        if (Holds(Vocabulary)) Library(folder);
        else if (Holds(Policy)) Document(folder);
        else if (Holds(Scenario)) ScenarioFolder(folder);
        else
        {
            foreach (var file in Directory.EnumerateFiles(folder).Where(IsExample).Order(StringComparer.Ordinal)) Example(file, _seeds);
            foreach (var inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)) Folder(inner);
        }
    }

    private void File(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) is { } full
            ? Path.GetRelativePath(Directory.GetCurrentDirectory(), full)
            : ".";
        if (!System.IO.File.Exists(path)) _faults.AddRange(SourceFile.ReadUtf8(path).Diagnostics);
        else if (Path.GetFileName(path) is Vocabulary or "readings.yaml") Library(folder);
        else if (Path.GetFileName(path) is Policy or ArticlesFile.Name) Document(folder);
        else if (Path.GetFileName(path) is Scenario or "pool.yaml") ScenarioFolder(folder);
        else if (Path.GetFileName(folder) == "reforms" && path.EndsWith(".yaml", StringComparison.Ordinal))
            CheckReform(Path.GetDirectoryName(folder) ?? ".", Path.GetFileNameWithoutExtension(path));
        else if (path.EndsWith(".json", StringComparison.Ordinal)) Problem(path);
        else if (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal)) SingleFile(path);
        else if (path.EndsWith(".csv", StringComparison.Ordinal) || path.EndsWith(".xlsx", StringComparison.Ordinal)
                || path.EndsWith(".jsonl", StringComparison.Ordinal))
            Example(path, _seeds);
    }

    private void Library(string folder)
    {
        var documents = PolicyFolder.DocumentIds(folder).Select(id => Path.Combine(folder, id)).ToList();
        _checked.AddRange(documents);
        _faults.AddRange(LibraryCheck.Faults(folder, documents, isWhole: true));
        foreach (var document in documents) Examples(document, folder);
    }

    // A document outside the library is read with the library's words.
    private void Document(string folder)
    {
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) ?? folder;
        var isInLibrary = System.IO.File.Exists(Path.Combine(parent, Vocabulary));
        var library = isInLibrary ? Path.GetRelativePath(Directory.GetCurrentDirectory(), parent) : _seeds;
        _checked.Add(folder);
        _faults.AddRange(LibraryCheck.Faults(library, [folder], isWhole: false));
        if (isInLibrary) Examples(folder, library);
    }

    // A document under a name of its own, say a draft beside the library; any other file is at least read.
    private void SingleFile(string path)
    {
        var tree = YamlFile.Read(path);
        if (tree.Succeeded && LibraryCheck.IdOf(tree.Value) is null) return;
        _checked.Add(path);
        _faults.AddRange(tree.Succeeded ? LibraryCheck.Faults(_seeds, [path], isWhole: false) : tree.Diagnostics);
    }

    private void Problem(string path)
    {
        _checked.Add(path);
        _faults.AddRange(ProblemFile.Read(path).Diagnostics);
    }

    private void ScenarioFolder(string folder)
    {
        _checked.Add(folder);
        _faults.AddRange(ReformedScenario.Read(folder, _seeds, new ScenarioOverrides(), []).Diagnostics);
        foreach (var reform in ReformName.Known(folder)) CheckReform(folder, reform);
    }

    // A reform is right or wrong only over its scenario.
    private void CheckReform(string folder, string reform)
    {
        _checked.Add($"{folder}+{reform}");
        var read = ReformName.ReadOne(folder, reform);
        _faults.AddRange(read.Diagnostics);
        if (read.Succeeded)
            _faults.AddRange(ReformedScenario.Read(new ReformName(
                reform, folder, [read.Value]), _seeds, new ScenarioOverrides()).Diagnostics);
    }

    private void Examples(string folder, string library)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(IsExample).Order(StringComparer.Ordinal)) Example(file, library);
    }

    private void Example(string file, string folder)
    {
        _checked.Add(file);
        var library = _library ??= PolicyFolder.Read(folder);
        if (!library.Succeeded) _faults.AddRange(library.Diagnostics);
        else if (file.EndsWith(".jsonl", StringComparison.Ordinal))
            _faults.AddRange(CaseCheck.Settlements(file, LibraryTerms.From(library.Value)));
        else _faults.AddRange(CaseCheck.Cases(file, library.Value));
    }

    private static bool IsExample(string file) => WorkedExamples.IsExample(file);

    private static Diagnostic NothingToCheck(string path) =>
        Diagnostic.Error(
            Place.Of(path),
            "BS138",
            "nothing here that can be checked",
            "give a folder with vocabulary.yaml, policy.yaml or scenario.yaml, or a cases.csv or settlements.jsonl");
}
