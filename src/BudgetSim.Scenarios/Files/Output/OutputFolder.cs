// Collects the files of a run beside their folder and puts the folder in place when all of them are there.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Output;

/// <summary>
/// Open, write, <see cref="Commit"/>, dispose. A run that fails, is stopped or killed leaves the earlier folder as it
/// was. Only a new folder or an earlier report is ever replaced.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    /// <summary>What it takes to repeat a run or a payout.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>The page of every report.</summary>
    public const string PageName = "report.html";

    /// <summary>The report for machines.</summary>
    public const string JsonName = "report.json";

    private readonly string _target;
    private readonly string _partial;

    private OutputFolder(string target, string partial) => (_target, _partial) = (target, partial);

    /// <summary>Where the files are collected until then.</summary>
    public string Partial => _partial;

    /// <summary>Prepares the folder that will become <paramref name="path"/>, or says why it cannot.</summary>
    public static Loaded<OutputFolder> Open(string path)
    {
        try
        {
            var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            if (Refusal(path, target) is { } refusal) return new Loaded<OutputFolder>(null, [refusal]);
            var (parent, name) = (Path.GetDirectoryName(target)!, Path.GetFileName(target));
            Directory.CreateDirectory(parent);
            foreach (var left in PartialName.LeftBeside(parent, name).ToList()) Directory.Delete(left, recursive: true);
            var partial = Path.Combine(parent, PartialName.Of(name));
            if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
            Directory.CreateDirectory(partial);
            return new Loaded<OutputFolder>(new OutputFolder(target, partial), []);
        }
        catch (Exception exception) when (OutputFaults.IsOfTheSystem(exception))
        {
            return new Loaded<OutputFolder>(null, [OutputFaults.CannotWrite(path, exception)]);
        }
    }

    /// <summary>Writes one file into the folder; the fault when that fails, else null.</summary>
    public Diagnostic? Write(string name, Action<Stream> write) => AtomicFile.Write(Path.Combine(_partial, name), write);

    /// <summary>Puts the folder in place of the earlier one; the fault when that fails, else null.</summary>
    public Diagnostic? Commit()
    {
        var earlier = _partial + "-earlier";
        try
        {
            if (Directory.Exists(_target)) Directory.Move(_target, earlier);
            Directory.Move(_partial, _target);
        }
        catch (Exception exception) when (OutputFaults.IsOfTheSystem(exception))
        {
            if (Directory.Exists(earlier) && !Directory.Exists(_target)) Directory.Move(earlier, _target);
            return OutputFaults.CannotWrite(_target, exception);
        }

        Remove(earlier);
        return null;
    }

    /// <summary>Removes what was collected, unless it has been committed.</summary>
    public void Dispose() => Remove(_partial);

    /// <summary>Why the folder may not or cannot be written, or null; ask before a long run.</summary>
    public static Diagnostic? Refusal(string path)
    {
        var opened = Open(path);
        opened.Value?.Dispose();
        return opened.Diagnostics.Count > 0 ? opened.Diagnostics[0] : null;
    }

    /// <summary>The fault of an exception of the system while the folder is written; null for any other.</summary>
    public static Diagnostic? FaultOf(string path, Exception exception) =>
        OutputFaults.IsOfTheSystem(exception) ? OutputFaults.CannotWrite(path, exception) : null;

    private static Diagnostic? Refusal(string path, string target)
    {
        if (File.Exists(target)) return OutputFaults.CannotWrite(path, new UnauthorizedAccessException());
        var here = Environment.CurrentDirectory + Path.DirectorySeparatorChar;
        if (here.StartsWith(
                Path.EndsInDirectorySeparator(target) ? target : target + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return OutputFaults.HoldsThisProcess(path);
        if (!Directory.Exists(target) || IsReport(target)) return null;
        return Directory.EnumerateFileSystemEntries(target).Any() ? OutputFaults.NotAReport(path) : null;
    }

    // A page of ours with what only we write beside it: many programs write a manifest.json.
    private static bool IsReport(string folder) =>
        File.Exists(Path.Combine(folder, PageName))
            && (File.Exists(Path.Combine(folder, ManifestName)) || File.Exists(Path.Combine(folder, JsonName)));

    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (OutputFaults.IsOfTheSystem(exception))
        {
            // A hidden folder may stay behind; the next run removes it.
        }
    }
}
