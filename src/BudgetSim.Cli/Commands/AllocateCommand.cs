// budgetsim allocate: an allocation problem by itself, solved and proved.
using System.CommandLine;
using BudgetSim.Allocation.Optimization;
using BudgetSim.Allocation.Selection;
using BudgetSim.Cli.Settling;
using BudgetSim.OrTools;
using BudgetSim.Scenarios.Problems;

namespace BudgetSim.Cli.Commands;

/// <summary>Solves problem.json.</summary>
internal static class AllocateCommand
{
    private const string NoSolver = "none", OrToolsName = "ortools";

    public static Command Create()
    {
        var problem = new Argument<string>("problem") { Description = "problem.json" };
        var solver = new Option<string>("--solver") { Description = "who helps where the exact engine ends with a gap", DefaultValueFactory = _ => OrToolsName };
        solver.AcceptOnlyFromAmong(NoSolver, OrToolsName);
        var effort = new Option<double>("--effort") { Description = "work before it stops with a gap, about seconds", DefaultValueFactory = _ => SolverLimits.Default.DeterministicTime };
        effort.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 1_000_000)) result.AddError("--effort must be above 0 and at most 1000000");
        });
        var json = SharedOptions.Json();
        var command = new Command("allocate", "solve an allocation problem and prove the answer") { problem, solver, effort, json };
        command.SetAction((parsed, stop) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var read = ProblemFile.Read(parsed.GetRequiredValue(problem));
            foreach (var fault in read.Diagnostics) errors.WriteLine(fault);
            return read.Succeeded
                ? Task.Run(() => Solve(read.Value, parsed.GetValue(solver) == OrToolsName, new SolverLimits(parsed.GetValue(effort)), output, stop), CancellationToken.None)
                : Task.FromResult(ExitCode.BadInput);
        });
        return command;
    }

    private static int Solve(AllocationProblem problem, bool withSolver, SolverLimits limits, TextWriter output, CancellationToken stop)
    {
        using var solver = withSolver ? new OrToolsSolver() : null;
        var answer = AllocationSolver.SolveAllocation(problem, solver, limits, stop);
        PrintedJson.Print(output, json => AllocationAnswerJson.Write(json, problem, answer));
        return answer.Status is AllocationStatus.ProvedOptimal or AllocationStatus.Feasible ? ExitCode.Done : ExitCode.NoSolution;
    }
}
