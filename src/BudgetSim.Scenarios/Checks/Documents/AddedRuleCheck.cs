// Checks rules that a reform adds like the rules of a document: figures, dates, schedules, payers, readings.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Library;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Checks.Documents;

/// <summary>What only a look across a rule finds, for the rules that stand in some files.</summary>
internal static class AddedRuleCheck
{
    /// <summary>
    /// The faults of <paramref name="documents"/> of the library in <paramref name="folder"/>, given with the tree of each, that stand in
    /// one of the <paramref name="files"/>.
    /// </summary>
    public static IEnumerable<Diagnostic> Faults(
        string folder, IEnumerable<(PolicyDocument Document, DataNode Tree)> documents, IReadOnlySet<string> files)
    {
        var read = documents.Select(document => new CheckedDocument(null, document.Tree, document.Document)).ToList();
        var general = YamlFile.Read(Path.Combine(folder, "readings.yaml")).Value;
        var readings = (general is null ? [] : ReadingCatalogue.General(general, []))
            .Concat(read.SelectMany(document => ReadingCatalogue.Own(document.Document.Id, document.Tree)))
            .ToList();
        var faults = read.SelectMany(document => LibraryCheck.Own(document, readings))
            .Concat(RestatedCheck.Faults(read))
            .Concat(ReadingCheck.Faults(readings, read));
        return faults.Where(fault => files.Contains(fault.Where.File));
    }
}
