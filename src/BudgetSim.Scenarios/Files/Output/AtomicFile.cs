// Writes a file whole or not at all.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Output;

/// <summary>The content goes to a hidden file beside the target, which then takes the target's place in one step.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes what <paramref name="write"/> puts into the stream; the fault when that fails, else null. Missing folders are made.
    /// </summary>
    public static Diagnostic? Write(string path, Action<Stream> write)
    {
        string? partial = null;
        try
        {
            var full = Path.GetFullPath(path);
            if (Directory.Exists(full)) throw new UnauthorizedAccessException();
            var folder = Path.GetDirectoryName(full)!;
            Directory.CreateDirectory(folder);
            partial = Path.Combine(folder, PartialName.Of(Path.GetFileName(full)));
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, full, overwrite: true);
            return null;
        }
        catch (Exception exception) when (OutputFaults.IsOfTheSystem(exception))
        {
            return OutputFaults.CannotWrite(path, exception);
        }
        finally
        {
            Remove(partial);
        }
    }

    private static void Remove(string? partial)
    {
        try
        {
            if (partial is not null) File.Delete(partial);
        }
        catch (Exception exception) when (OutputFaults.IsOfTheSystem(exception))
        {
            // A hidden file may stay behind; the target is untouched.
        }
    }
}
