// The commands of the policy laboratory.
using System.CommandLine;

namespace BudgetSim.Cli.Commands;

/// <summary>Reforms, comparisons, sweeps and what is built on them.</summary>
internal static class LaboratoryCommands
{
    public static IReadOnlyList<Command> All() =>
        [
            ReformCommand.Create(),
            CompareCommand.Create(),
            SweepCommand.Create(),
            TornadoCommand.Create(),
            DesignCommand.Create(),
            BacktestCommand.Create(),
        ];
}
