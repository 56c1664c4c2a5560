// How long a command may still work after it was told to stop.
using System.CommandLine;
using BudgetSim.Cli.Commands;

namespace BudgetSim.Cli;

/// <summary>The time between a signal to stop (Ctrl-C, SIGTERM) and the end of the process.</summary>
internal static class Patience
{
    /// <summary>
    /// A stopped run still reports the replications it has finished; that takes a while. What is left of an allocation, an
    /// explanation or a picture is of no use, and its work does not look for the signal at every step.
    /// </summary>
    public static TimeSpan Of(ParseResult parsed) =>
        parsed.CommandResult.Command.Name is AllocateCommand.Name or ExplainCommand.Name or PlotCommand.Name
            ? TimeSpan.FromSeconds(1)
            : TimeSpan.FromMinutes(10);
}
