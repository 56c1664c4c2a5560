// A run that was stopped goes on to the bits of a run that was not; other inputs and damage are told.
using BudgetSim.Cli.Running;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class UnfinishedRunTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    private static readonly ResultKey Key = new(new string('a', 64));

    private static readonly Lazy<ScenarioModel> Small = new(() => Read(2500));

    private static ScenarioModel Read(int replications)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            folder["scenario.yaml"],
            "title: { zh: 试, en: trial }\npolicies: [sanming-2025-39]\nyears: 2026\nfunds: { sanming_industrial_development_fund: 150万 }\nreadings: { SHORTAGE: B }\n");
        File.WriteAllText(
            folder["pool.yaml"],
            "cohorts:\n  c:\n    count: about 3 a year\n    attributes: { new_technology_centre_level: province }\n    claims: [ { measure: sanming-2025-39/1.1.a, take_up: about 60% ± 10% } ]\n");
        return ScenarioFile.Read(folder.Root, Repository.PathTo("seeds"), new ScenarioOverrides
        {
            Replications = replications,
        }).Value!.Model;
    }

    [Fact]
    public void Run_StoppedAndResumedTwice_HasTheBitsOfAWholeRun()
    {
        var (model, folder) = (Small.Value, Folder());
        var first = Stopped(model, folder, afterReplications: 700);
        Assert.InRange(first.Finished, 700, 999);
        var second = Stopped(model, folder, afterReplications: 1500);
        Assert.InRange(second.Finished, 1500, 2499);
        var last = Open(folder, model);
        Assert.Equal(second.Finished, last.Earlier!.Finished);
        var resumed = RunReplications.Run(
            model, new RunControl(1) { Earlier = last.Earlier, Keep = last.Keep }, progress: null, CancellationToken.None);
        Assert.Equal(Bytes(RunReplications.Run(model, 2, progress: null, CancellationToken.None)), Bytes(resumed));
        Assert.False(resumed.WasStopped);
    }

    [Fact]
    public void File_CutInTheMiddleOfARecord_GoesOnAfterTheRecordBefore()
    {
        var (model, folder) = (Small.Value, Folder());
        var killed = Checkpointed(model, folder);
        Assert.Equal(2000, killed);
        using (var file = File.OpenWrite(UnfinishedRun.PathOf(folder))) file.SetLength(file.Length - 100);
        var run = Open(folder, model);
        Assert.Equal(1000, run.Earlier!.Finished);
        Assert.Equal(
            Bytes(RunReplications.Run(model, 1, progress: null, CancellationToken.None)),
            Bytes(RunReplications.Run(
                model, new RunControl(2) { Earlier = run.Earlier, Keep = run.Keep }, progress: null, CancellationToken.None)));
    }

    [Fact]
    public void File_WithAByteChanged_IsRefusedOrComputedAgain()
    {
        var (model, folder) = (Small.Value, Folder());
        Checkpointed(model, folder);
        var bytes = File.ReadAllBytes(UnfinishedRun.PathOf(folder));
        bytes[^50] ^= 1;
        File.WriteAllBytes(UnfinishedRun.PathOf(folder), bytes);
        var refused = UnfinishedRun.Open(folder, Key, model, mustResume: true);
        Assert.False(refused.Succeeded);
        Assert.EndsWith(
            "error BS362: the state of the unfinished run is damaged after 1000 replications; run without --resume to compute the rest again",
            Assert.Single(refused.Diagnostics).ToString(),
            StringComparison.Ordinal);
        Assert.Equal(1000, UnfinishedRun.Open(folder, Key, model, mustResume: false).Value!.Earlier!.Finished);
    }

    [Fact]
    public void File_BesideAFolderWhoseParentIsMissing_IsWritten()
    {
        var folder = Path.Combine(Folder(), "runs", "first");
        Assert.Equal(2000, Checkpointed(Small.Value, folder));
        Assert.Equal(2000, Open(folder, Small.Value).Earlier!.Finished);
    }

    [Fact]
    public void Resume_WithOtherInputs_IsRefused()
    {
        var (model, folder) = (Small.Value, Folder());
        Checkpointed(model, folder);
        var refused = UnfinishedRun.Open(folder, new ResultKey(new string('b', 64)), model, mustResume: true);
        Assert.EndsWith(
            "error BS361: the unfinished run has other inputs; run without --resume to begin anew",
            Assert.Single(refused.Diagnostics).ToString(),
            StringComparison.Ordinal);
        Assert.Null(UnfinishedRun.Open(folder, new ResultKey(new string('b', 64)), model, mustResume: false).Value!.Earlier);
    }

    [Fact]
    public void Resume_WithoutAnUnfinishedRun_IsRefused()
    {
        var folder = Folder();
        Assert.Equal(
            $"{folder}: error BS363: there is no unfinished run here; run the scenario with --out and this folder, or leave --resume out",
            Assert.Single(UnfinishedRun.Open(folder, Key, Small.Value, mustResume: true).Diagnostics).ToString());
    }

    // A file stands where the folder of the state would be: the run ends with every replication, and says that it kept nothing.
    [Fact]
    public void State_ThatCannotBeWritten_DoesNotStopTheRun()
    {
        var model = Small.Value;
        var place = _root["file"];
        File.WriteAllText(place, "");
        var run = Open(Path.Combine(place, "run"), model);
        Assert.Equal(
            2500, RunReplications.Run(model, new RunControl(1) { Keep = run.Keep }, progress: null, CancellationToken.None).Finished);
        Assert.Equal(("BS771", Severity.Warning), (run.Broken!.Code, run.Broken.Severity));
    }

    // A folder stands where the state was: the report is there all the same.
    [Fact]
    public void State_ThatCannotBeRemoved_IsSaidByItsName()
    {
        var folder = Folder();
        var run = Open(folder, Small.Value);
        Directory.CreateDirectory(UnfinishedRun.PathOf(folder));
        Assert.Equal(
            $"{UnfinishedRun.PathOf(folder)}: warning BS861: the report is written, but the state of the run that is no longer needed cannot be removed here: its permissions forbid it, or it is a folder; remove the file yourself",
            $"{run.Finish()}");
    }

    [Fact]
    public void Precision_OfATarget_EndsAtTheSameCheckpointOnAnyNumberOfThreads()
    {
        var model = Read(20_000);
        var target = new PrecisionTarget(PrecisionTarget.Total, 0.5, 0.4);
        var one = RunReplications.Run(model, new RunControl(1) { Precision = target }, progress: null, CancellationToken.None);
        var three = RunReplications.Run(model, new RunControl(3) { Precision = target }, progress: null, CancellationToken.None);
        Assert.True(one.IsPrecise);
        Assert.False(one.WasStopped);
        Assert.Equal(0, one.Finished % RunControl.Checkpoint);
        Assert.Equal(Bytes(one), Bytes(three));
    }

    // The process died between its last checkpoint and the report.
    [Fact]
    public void Precision_ReachedBeforeTheRunWasKilled_IsNotPassed()
    {
        var (model, folder) = (Read(20_000), Folder());
        var target = new PrecisionTarget(PrecisionTarget.Total, 0.5, 0.4);
        var killed = RunReplications.Run(
            model, new RunControl(2) { Precision = target, Keep = Open(folder, model).Keep }, progress: null, CancellationToken.None);
        var earlier = Open(folder, model).Earlier;
        Assert.Equal(killed.Finished, earlier!.Finished);
        var resumed = RunReplications.Run(
            model, new RunControl(2) { Precision = target, Earlier = earlier }, progress: null, CancellationToken.None);
        Assert.True(resumed.IsPrecise);
        Assert.Equal(Bytes(killed), Bytes(resumed));
    }

    // Killed while the first line was written: there is nothing to resume, and nothing wrong.
    [Fact]
    public void File_CutInItsFirstLine_IsNoUnfinishedRun()
    {
        var (model, folder) = (Small.Value, Folder());
        Checkpointed(model, folder);
        using (var file = File.OpenWrite(UnfinishedRun.PathOf(folder))) file.SetLength(30);
        Assert.Equal("BS363", Assert.Single(UnfinishedRun.Open(folder, Key, model, mustResume: true).Diagnostics).Code);
        Assert.Equal(2000, Checkpointed(model, folder));
    }

    public void Dispose() => _root.Dispose();

    private string Folder() => _root["run"];

    private static byte[] Bytes(Forecast forecast) => ForecastBytes.Of(forecast);

    private static UnfinishedRun Open(string folder, ScenarioModel model)
    {
        var opened = UnfinishedRun.Open(folder, Key, model, mustResume: false);
        Assert.Empty(opened.Diagnostics);
        return opened.Value!;
    }

    // Stops as a user does: whatever is in work is finished, then kept.
    private static Forecast Stopped(ScenarioModel model, string folder, int afterReplications)
    {
        using var stop = new CancellationTokenSource();
        var run = Open(folder, model);
        var behind = run.Earlier?.Finished ?? 0;
        var progress = new Watch(done =>
        {
            if (done >= afterReplications) stop.Cancel();
        });
        var forecast = RunReplications.Run(model, new RunControl(2) { Earlier = run.Earlier, Keep = run.Keep }, progress, stop.Token);
        Assert.True(forecast.WasStopped);
        Assert.True(forecast.Finished > behind);
        return forecast;
    }

    // What a killed run leaves behind: the checkpoints, and nothing of what came after the last.
    private static int Checkpointed(ScenarioModel model, string folder)
    {
        var run = Open(folder, model);
        RunReplications.Run(model, new RunControl(2) { Keep = run.Keep }, progress: null, CancellationToken.None);
        return Open(folder, model).Earlier!.Finished;
    }

    private sealed class Watch(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
