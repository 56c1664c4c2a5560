// The proofs of a run are begun with it, and prove what it finished.
using BudgetSim.Cli.Running;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Certificates;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class RunProofsTests
{
    private const int Replications = 64;

    private static readonly LoadedScenario Scenario =
        ScenarioFile.Read(Repository.PathTo(
            "scenarios",
            "fuzhou-2026-upgrade-and-software"), Repository.PathTo("seeds"), new ScenarioOverrides { Replications = Replications }).Value!;

    [Fact]
    public void Certificate_BegunWithTheRun_ProvesReplicationsSpreadOverAll()
    {
        using var proofs = new RunProofs(Scenario, 2);
        proofs.Begin();
        Assert.Equal([(0, 0L), (Replications / 2, 0L)], Differences(proofs.Certificate(Finished(Replications))));
    }

    // A block has 16 replications; the run is stopped after the first.
    [Fact]
    public void Certificate_RunThatWasStopped_ProvesReplicationsSpreadOverThoseFinished()
    {
        using var proofs = new RunProofs(Scenario, 2);
        proofs.Begin();
        Assert.Equal([(0, 0L), (8, 0L)], Differences(proofs.Certificate(Finished(16))));
    }

    [Fact]
    public void Certificate_NotAskedFor_NeedsNoSolver()
    {
        using var proofs = new RunProofs(Scenario, 0);
        proofs.Begin();
        Assert.Null(proofs.Certificate(Finished(16)));
        Assert.Null(proofs.Solver);
    }

    private static IEnumerable<(int Replication, long Difference)> Differences(SampleCertificate? certificate) =>
        certificate!.Checks.Select(check => (check.Replication, check.Difference ?? -1));

    private static Forecast Finished(int count)
    {
        using var stop = new CancellationTokenSource();
        return RunReplications.Run(Scenario.Model, 1, new StopAt(count, stop), stop.Token);
    }

    private sealed class StopAt(int count, CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value >= count) stop.Cancel();
        }
    }
}
