// The exit codes of every command.
namespace BudgetSim.Cli.Writing;

/// <summary>0 done, 1 bad input, 2 no solution, 3 a fault of ours.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int BadInput = 1;
    public const int NoSolution = 2;
    public const int Fault = 3;
}
