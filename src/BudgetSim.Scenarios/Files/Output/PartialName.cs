// Names of unfinished files and folders, which tell whose they are.
using System.Diagnostics;
using System.Globalization;

namespace BudgetSim.Scenarios.Files.Output;

/// <summary><c>.NAME.partial-PROCESS</c>: hidden, beside the target, and recognisable when its process has died.</summary>
public static class PartialName
{
    private const string Mark = ".partial-";

    /// <summary>The unfinished form of <paramref name="name"/> in this process.</summary>
    public static string Of(string name) => string.Create(CultureInfo.InvariantCulture, $".{name}{Mark}{Environment.ProcessId}");

    /// <summary>The unfinished forms of a folder that processes now dead have left beside it.</summary>
    public static IEnumerable<string> LeftBeside(string parent, string name) =>
        Directory.EnumerateDirectories(parent, $".{name}{Mark}*")
            .Where(folder => int.TryParse(folder[(folder.LastIndexOf('-') + 1)..], out var process) && !IsAlive(process));

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
