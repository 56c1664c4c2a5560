// The solver's process may be missing, die or hang at any time; the caller gets one clear line and never a guess.
using BudgetSim.Allocation.Optimization;
using BudgetSim.OrTools.Engines;
using BudgetSim.Tests;

namespace BudgetSim.OrTools.Tests;

public sealed class NodeEngineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Solve_ProcessKilledDuringTheFirstRequest_IsAskedAgainAndRight()
    {
        using var engine = EngineThat(FailsFirst(1, "process.kill(process.pid, 'SIGKILL')"));
        var answer = new OrToolsSolver(engine).Solve(Knapsack(), SolverLimits.Default);
        Assert.Equal((SolverStatus.Optimal, 9.0, 2), (answer.Status, answer.Objective, engine.Starts));
    }

    [Fact]
    public void Solve_ProcessKilledTwice_FailsWithOneLine()
    {
        using var engine = EngineThat(FailsFirst(9, "console.error('out of memory'); process.exit(3)"));
        var answer = new OrToolsSolver(engine).Solve(Knapsack(), SolverLimits.Default with { Method = SolverMethod.Selection });
        Assert.Equal((SolverStatus.Failed, 2), (answer.Status, engine.Starts));
        Assert.StartsWith(
            "OR-Tools: error BS704: the solver process failed, was started again and failed again: it ended with code 3: out of memory",
            answer.Message);
        Assert.Empty(answer.Values);
    }

    // Node prints where it stopped, the error, its stack and last of all its own version.
    [Fact]
    public void Solve_ModuleOfTheWorkerMissing_NamesItAndSaysHowToInstallIt()
    {
        using var engine = EngineThat(FailsFirst(9, "import('no-such-module')"));
        var answer = new OrToolsSolver(engine).Solve(Knapsack(), SolverLimits.Default);
        Assert.Equal((SolverStatus.Failed, 1), (answer.Status, engine.Starts));
        Assert.StartsWith(
            "OR-Tools: error BS810: a part of the solver's worker is not installed: it ended with code 1: Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'no-such-module'",
            answer.Message);
        Assert.EndsWith("delete node_modules in src/sidecar and build the solution, or run npm ci there", answer.Message);
    }

    [Fact]
    public void Solve_ProcessThatThrows_NamesTheErrorAndNotTheVersion()
    {
        using var engine = EngineThat(FailsFirst(9, "throw new TypeError('the model is odd')"));
        Assert.Contains(
            "it ended with code 1: TypeError: the model is odd;",
            new OrToolsSolver(engine).Solve(Knapsack(), SolverLimits.Default).Message);
    }

    [Fact]
    public void Solve_ProcessThatNeverAnswers_IsEndedAndFails()
    {
        using var engine = EngineThat(FailsFirst(9, ""));
        var answer = new OrToolsSolver(engine).Solve(Knapsack(), ShortLimits);
        Assert.Equal((SolverStatus.Failed, 2), (answer.Status, engine.Starts));
        Assert.Contains("no answer within", answer.Message);
    }

    [Fact]
    public void Solve_ReplyThatIsNoMessage_FailsWithOneLine()
    {
        using var engine = EngineThat(FailsFirst(9, "process.stdout.write('Hello from a library\\n')"));
        var answer = new OrToolsSolver(engine).Solve(Knapsack(), ShortLimits);
        Assert.Equal(SolverStatus.Failed, answer.Status);
        Assert.DoesNotContain('\n', answer.Message);
    }

    [Fact]
    public void Solve_CancelledWhileTheWorkerIsBusy_ThrowsAndTheEngineWorksOn()
    {
        using var engine = EngineThat(FailsFirst(1, "fs.writeFileSync(new URL('./received', import.meta.url), '')"));
        using var cancellation = new CancellationTokenSource();
        var received = _folder["received"];
        _ = Task.Run(() => CancelOnce(received, cancellation));
        var solver = new OrToolsSolver(engine);
        Assert.ThrowsAny<OperationCanceledException>(() => solver.Solve(Knapsack(), SolverLimits.Default, cancellation.Token));
        Assert.Equal(9.0, solver.Solve(Knapsack(), SolverLimits.Default).Objective);
    }

    [Fact]
    public void Solve_NodeMissing_SaysHowToGetIt()
    {
        using var engine = new NodeEngine(new NodeEngineOptions(NodeProgram: _folder["no-node-here"]));
        var answer = new OrToolsSolver(engine).Solve(Knapsack(), SolverLimits.Default);
        Assert.Equal(SolverStatus.Failed, answer.Status);
        Assert.StartsWith("OR-Tools: error BS702: Node.js was not found", answer.Message);
        Assert.Contains("https://nodejs.org", answer.Message);
    }

    [Fact]
    public void Solve_WorkerMissing_SaysHowToInstallIt()
    {
        using var engine = new NodeEngine(new NodeEngineOptions(WorkerScript: _folder["none.mjs"]));
        var answer = new OrToolsSolver(engine).Solve(Knapsack(), SolverLimits.Default);
        Assert.StartsWith("OR-Tools: error BS703: the solver's worker is not installed", answer.Message);
    }

    [Fact]
    public void Dispose_AfterASolve_LeavesNoProcess()
    {
        var engine = new NodeEngine();
        new OrToolsSolver(engine).Solve(Knapsack(), SolverLimits.Default);
        var number = Assert.Single(engine.ProcessIds);
        engine.Dispose();
        Assert.Throws<ArgumentException>(() => System.Diagnostics.Process.GetProcessById(number));
    }

    [Fact]
    public void Version_OfTheInstalledPackage_NamesIt()
    {
        using var engine = new NodeEngine();
        Assert.Equal("OR-Tools by or-tools-wasm 0.9.1", engine.Version);
    }

    private static void CancelOnce(string received, CancellationTokenSource cancellation)
    {
        SpinWait.SpinUntil(() => File.Exists(received));
        cancellation.Cancel();
    }

    private static SolverLimits ShortLimits => new(WallTime: TimeSpan.FromMilliseconds(200), Method: SolverMethod.Selection);

    private static LinearModel Knapsack()
    {
        var builder = new LinearModelBuilder();
        int[] items = [builder.AddBoolean(5), builder.AddBoolean(4), builder.AddBoolean(3)];
        builder.AddRow(double.NegativeInfinity, 5, items, [2, 3, 1]);
        return builder.Build(maximise: true);
    }

    private static NodeEngine EngineThat(string script) => new(new NodeEngineOptions(WorkerScript: script, Grace: TimeSpan.FromSeconds(1)));

    // A worker that does something else at the first request of its first starts, and the real thing afterwards.
    private string FailsFirst(int starts, string deed)
    {
        var script = _folder["worker.mjs"];
        var real = new Uri(Repository.PathTo("src", "sidecar", "ortools-worker.mjs")).AbsoluteUri;
        File.WriteAllText(script, $$"""
            import fs from 'node:fs';
            const marker = new URL('./starts', import.meta.url);
            const before = fs.existsSync(marker) ? Number(fs.readFileSync(marker, 'utf8')) : 0;
            fs.writeFileSync(marker, String(before + 1));
            if (before < {{starts}}) process.stdin.once('data', () => { {{deed}} });
            else await import('{{real}}');
            """);
        return script;
    }
}
