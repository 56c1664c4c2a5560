// budgetsim allocate: an allocation problem by itself, solved and proved.
using System.CommandLine;
using BudgetSim.Allocation.Optimization;
using BudgetSim.Allocation.Selection;
using BudgetSim.Allocation.Selection.Solving;
using BudgetSim.Cli.Settling;
using BudgetSim.Cli.Writing;
using BudgetSim.OrTools;
using BudgetSim.Scenarios.Problems;

namespace BudgetSim.Cli.Commands;

/// <summary>Solves problem.json.</summary>
internal static class AllocateCommand
{
    /// <summary>The word of the command.</summary>
    public const string Name = "allocate";

    private const string NoSolver = "none", OrToolsName = "ortools";

    public static Command Create()
    {
        var problem = new Argument<string>("problem") { Description = "problem.json" };
        var solver = new Option<string>("--solver")
        {
            Description = "who helps where the exact engine ends with a gap",
            DefaultValueFactory = _ => OrToolsName,
        };
        solver.AcceptOnlyFromAmong(NoSolver, OrToolsName);
        var effort = new Option<double>("--effort")
        {
            Description = "work before it stops with a gap, about seconds",
            DefaultValueFactory = _ => SolverLimits.Default.DeterministicTime,
        };
        effort.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 1_000_000))
                result.AddError("--effort must be above 0 and at most 1000000");
        });
        var json = SharedOptions.Json();
        var command = new Command(Name, "solve an allocation problem and prove the answer") { problem, solver, effort, json };
        // On a working thread, because a signal to stop is heard only while the thread that waits for it is free.
        command.SetAction((parsed, stop) => Task.Run(
            () => Answer(
                parsed.GetRequiredValue(problem),
                parsed.GetValue(solver) == OrToolsName,
                new SolverLimits(parsed.GetValue(effort)),
                parsed.InvocationConfiguration,
                stop),
            CancellationToken.None));
        return command;
    }

    private static int Answer(string path, bool withSolver, SolverLimits limits, InvocationConfiguration console, CancellationToken stop)
    {
        var read = ProblemFile.Read(path);
        foreach (var fault in read.Diagnostics)
        {
            stop.ThrowIfCancellationRequested();
            console.Error.WriteLine(fault);
        }

        return read.Succeeded ? Solve(read.Value, withSolver, limits, console.Output, stop) : ExitCode.BadInput;
    }

    private static int Solve(AllocationProblem problem, bool withSolver, SolverLimits limits, TextWriter output, CancellationToken stop)
    {
        using var solver = withSolver ? new OrToolsSolver() : null;
        var answer = AllocationSolver.SolveAllocation(problem, solver, limits, stop);
        PrintedJson.Print(output, json => AllocationAnswerJson.Write(json, problem, answer));
        return answer.Status is AllocationStatus.ProvedOptimal or AllocationStatus.Feasible ? ExitCode.Done : ExitCode.NoSolution;
    }
}
