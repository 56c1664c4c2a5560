// The faults of writing.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Output;

/// <summary>Faults BS060 to BS062.</summary>
public static class OutputFaults
{
    private const int UnixDiskFull = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Whether the system, not a mistake of ours, kept the file from being written.</summary>
    public static bool IsOfTheSystem(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>The system does not let us write there.</summary>
    public static Diagnostic CannotWrite(string path, Exception exception) =>
        Diagnostic.Error(
            Place.Of(path),
            "BS060",
            $"cannot write here: {ReasonOf(exception)}",
            "choose another place with --out; nothing was left half-written");

    /// <summary>The folder holds what we did not write.</summary>
    public static Diagnostic NotAReport(string path) =>
        Diagnostic.Error(
            Place.Of(path),
            "BS061",
            "the folder holds files that are not a report of BudgetSim",
            "name a new or an empty folder with --out");

    /// <summary>The folder is the one the command works in.</summary>
    public static Diagnostic HoldsThisProcess(string path) =>
        Diagnostic.Error(
            Place.Of(path), "BS062", "the report cannot replace the folder you work in", "choose a folder inside it with --out");

    /// <summary>Why the system refused, in plain words.</summary>
    public static string ReasonOf(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "its permissions forbid it, or it is a folder",
        DirectoryNotFoundException => "the folder does not exist",
        PathTooLongException => "its name is too long",
        IOException { HResult: UnixDiskFull or WindowsDiskFull } => "the disk is full",
        IOException => "the system reports an output error",
        ArgumentOutOfRangeException => "the file grows longer than the system allows", // how the runtime tells EFBIG
        _ => "this is not a file name",
    };
}
