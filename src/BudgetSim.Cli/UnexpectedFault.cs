// What the user is told where a command ends with an exception.
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Cli;

/// <summary>One line and an exit code: 1 where the system refused a file or the user stopped, 3 for a fault of ours.</summary>
internal static class UnexpectedFault
{
    /// <summary>Prints the line of <paramref name="fault"/>.</summary>
    public static int Report(Exception fault, TextWriter errors)
    {
        if (fault is OperationCanceledException) return ExitCode.BadInput;
        if (fault is RefusedInputException refused)
        {
            errors.WriteLine(refused.Fault);
            return ExitCode.BadInput;
        }

        var isOfTheSystem = fault is IOException or UnauthorizedAccessException;
        errors.WriteLine(isOfTheSystem ? Refused(fault) : Ours(fault));
        return isOfTheSystem ? ExitCode.BadInput : ExitCode.Fault;
    }

    private static Diagnostic Refused(Exception fault) => Diagnostic.Error(
        Place.Of("budgetsim"), "BS772", $"the system refused a file: {OneLine(fault.Message)}",
        "make room on the disk or choose another place with --out; nothing was left half-written");

    private static Diagnostic Ours(Exception fault) => Diagnostic.Error(
        Place.Of("budgetsim"), "BS773", $"a fault of ours, not of your files: {fault.GetType().Name}: {OneLine(fault.Message)}{At(fault)}",
        "please report this line with the command and its files");

    private static string At(Exception fault) => fault.StackTrace?.Split('\n')[0].Trim() is { Length: > 0 } frame ? $" ({frame})" : "";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
