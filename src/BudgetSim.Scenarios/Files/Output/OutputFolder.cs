// Collects the files of a run beside their folder and puts the folder in place when all of them are there.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Output;

/// <summary>
/// Open, write, <see cref="Commit"/>, dispose. A run that fails, is stopped or killed leaves the earlier folder as it
/// was. Only a new folder or one that holds <see cref="ManifestName"/> is ever replaced.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    /// <summary>The file that marks a folder as a report of this program; every run writes it.</summary>
    public const string ManifestName = "manifest.json";

    private readonly string _target;
    private readonly string _partial;

    private OutputFolder(string target, string partial) => (_target, _partial) = (target, partial);

    /// <summary>Where the finished folder will be, as a full path.</summary>
    public string Target => _target;

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

    /// <summary>The path of a file inside the unfinished folder; its own folder is made.</summary>
    public string PathOf(params string[] parts)
    {
        var path = Path.Combine([_partial, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
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

    private static Diagnostic? Refusal(string path, string target)
    {
        if (File.Exists(target)) return OutputFaults.CannotWrite(path, new UnauthorizedAccessException());
        var here = Environment.CurrentDirectory + Path.DirectorySeparatorChar;
        if (here.StartsWith(Path.EndsInDirectorySeparator(target) ? target : target + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return OutputFaults.HoldsThisProcess(path);
        if (!Directory.Exists(target) || File.Exists(Path.Combine(target, ManifestName))) return null;
        return Directory.EnumerateFileSystemEntries(target).Any() ? OutputFaults.NotAReport(path) : null;
    }

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
