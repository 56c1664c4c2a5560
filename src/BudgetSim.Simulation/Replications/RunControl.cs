// How a run goes about its replications: threads, when to stop, what to do at checkpoints.
namespace BudgetSim.Simulation.Replications;

/// <summary>None of this changes a bit of any replication, only how many there are.</summary>
public sealed record RunControl(int Threads)
{
    /// <summary>
    /// Replications between two checkpoints: precision is judged and progress is kept at multiples of it, on any number of threads.
    /// </summary>
    public const int Checkpoint = 1000;

    /// <summary>What an earlier, unfinished run of the same model finished; it is continued.</summary>
    public Forecast? Earlier { get; init; }

    /// <summary>Ends the run at the first checkpoint at which a figure is precise enough; null: all replications are run.</summary>
    public PrecisionTarget? Precision { get; init; }

    /// <summary>Called at every checkpoint and at the end, with the number of replications that were finished at the call before.</summary>
    public Action<Forecast, int>? Keep { get; init; }
}
