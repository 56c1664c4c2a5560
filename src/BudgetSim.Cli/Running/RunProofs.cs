// What OR-Tools proves about a run, begun while its replications still run.
using BudgetSim.Allocation.Optimization;
using BudgetSim.OrTools;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Certificates;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Cli.Running;

/// <summary>
/// Re-solves <paramref name="sample"/> replications (0: the solver is not used). Each replication is drawn again for its proof, so the
/// proofs need not wait for the run; which replications are proved depends only on how many were finished.
/// </summary>
internal sealed class RunProofs(LoadedScenario scenario, int sample) : IDisposable
{
    private readonly OrToolsSolver _solver = new();
    private readonly CancellationTokenSource _end = new();
    private Task<SampleCertificate>? _early;
    private Task _loading = Task.CompletedTask;

    /// <summary>The solver; null if it is not used.</summary>
    public OrToolsSolver? Solver => sample > 0 ? _solver : null;

    /// <summary>Starts the solver's processes, and the proofs of a run whose length is known before.</summary>
    public void Begin()
    {
        if (sample <= 0) return;
        if (scenario.Split is not null) _loading = Task.Run(_solver.LoadSimplex);
        if (scenario.Precision is null) _early = Task.Run(() => Prove(scenario.Model.Replications, _end.Token));
    }

    /// <summary>The comparisons for a run that has ended; null if the solver is not used.</summary>
    public SampleCertificate? Certificate(Forecast forecast)
    {
        if (sample <= 0) return null;
        if (_early is not null && forecast.Finished == scenario.Model.Replications) return _early.GetAwaiter().GetResult();
        End();
        return Prove(forecast.Finished, CancellationToken.None);
    }

    /// <summary>Ends the solver's processes.</summary>
    public void Dispose()
    {
        End();
        _solver.Dispose();
        _end.Dispose();
    }

    private SampleCertificate Prove(int finished, CancellationToken stop) =>
        Certify.Sample(scenario.Model, finished, sample, _solver, new SolverLimits(), stop);

    private void End()
    {
        _end.Cancel();
        Task.WaitAll([
            _loading.ContinueWith(Seen, TaskScheduler.Default), (_early ?? Task.CompletedTask).ContinueWith(Seen, TaskScheduler.Default),
        ]);
        _early = null;
    }

    // What was begun too early is not used, however it ended.
    private static void Seen(Task task) => _ = task.Exception;
}
