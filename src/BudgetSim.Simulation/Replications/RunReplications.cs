// Runs all replications of a scenario on several threads, with the same bits on any number of them.
using BudgetSim.Simulation.Vector;

namespace BudgetSim.Simulation.Replications;

/// <summary>The simulation loop.</summary>
public static class RunReplications
{
    private const int BlockSize = 16, FirstCapacity = 10_000;

    /// <summary>
    /// Runs the replications of <paramref name="model"/>. A stop keeps every replication below the last finished block.
    /// <paramref name="progress"/> is told how many replications are done, from any thread.
    /// </summary>
    public static Forecast Run(ScenarioModel model, int threads, IProgress<int>? progress, CancellationToken stop) =>
        Run(model, new RunControl(threads), progress, stop);

    /// <summary>The same from checkpoint to checkpoint, on the vector kernel where the scenario suits it.</summary>
    public static Forecast Run(ScenarioModel model, RunControl control, IProgress<int>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(control);
        if (RateScenario.From(model).Scenario is not { } rates) return ClaimByClaim(model, control, progress, stop);
        var forecast = control.Earlier ?? new Forecast(model);
        forecast.Engine = ForecastEngine.Rates;
        return SumLimit.Keep(
            [model],
            () => Checkpoints(
                forecast, control, (first, last) => RateForecast.Add(forecast, rates, first, last, control.Threads, progress, stop), stop));
    }

    /// <summary>The same with every claim settled by itself, whatever the scenario.</summary>
    public static Forecast ClaimByClaim(ScenarioModel model, RunControl control, IProgress<int>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(control);
        var forecast = control.Earlier ?? new Forecast(model);
        var workers = Enumerable.Range(0, control.Threads).Select(_ => new Worker(forecast)).ToList();
        return SumLimit.Keep(
            [model], () => Checkpoints(forecast, control, (first, last) => RunStretch(workers, first, last, progress, stop), stop));
    }

    // A stretch says how far it came. Precision is judged before a stretch, so that a run which was killed after its last checkpoint ends
    // there again.
    private static Forecast Checkpoints(Forecast forecast, RunControl control, Func<int, int, int> stretch, CancellationToken stop)
    {
        forecast.IsPrecise = false;
        var sums = SumLimit.Check(forecast, 0, default);
        while (forecast.Finished < forecast.Model.Replications && !stop.IsCancellationRequested)
        {
            var first = forecast.Finished;
            forecast.IsPrecise = first > 0 && first % RunControl.Checkpoint == 0 && control.Precision?.IsMet(forecast) == true;
            if (forecast.IsPrecise) break;
            var last = Math.Min(
                forecast.Model.Replications, (first / RunControl.Checkpoint * RunControl.Checkpoint) + RunControl.Checkpoint);
            Reserve(forecast, last);
            forecast.Finished = stretch(first, last);
            sums = SumLimit.Check(forecast, first, sums);
            if (forecast.Finished > first) control.Keep?.Invoke(forecast, first);
        }

        return forecast;
    }

    /// <summary>Makes room for so many replications, in steps that double.</summary>
    internal static void Reserve(Forecast forecast, int count)
    {
        if (count <= forecast.Capacity) return;
        forecast.Reserve(Math.Min(forecast.Model.Replications, Math.Max(Math.Max(count, FirstCapacity), 2 * forecast.Capacity)));
    }

    // The replications from first to below last, in blocks that the threads take in turn; how far they came.
    private static int RunStretch(List<Worker> workers, int first, int last, IProgress<int>? progress, CancellationToken stop)
    {
        var next = first;
        var done = first;
        void Work(Worker worker)
        {
            while (!stop.IsCancellationRequested)
            {
                var begin = Interlocked.Add(ref next, BlockSize) - BlockSize;
                if (begin >= last) break;
                var end = Math.Min(begin + BlockSize, last);
                worker.Run(begin, end);
                var finished = Interlocked.Add(ref done, end - begin);
                progress?.Report(finished);
            }

            worker.Close();
        }

        WorkingThreads.Run(workers.Count, number => Work(workers[number]));
        return done;
    }

    private sealed class Worker(Forecast forecast)
    {
        private readonly Replicate _replicate = new(forecast.Model);
        private readonly ForecastTally _tally = new(forecast);

        public void Run(int first, int last)
        {
            for (var number = first; number < last; number++)
            {
                var (input, result) = _replicate.Run(number);
                _tally.Add(number, input, result);
            }
        }

        public void Close() => _tally.Close();
    }
}
