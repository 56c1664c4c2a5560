// How long the stages of a run took.
using System.Diagnostics;

namespace BudgetSim.Cli.Running;

/// <summary>
/// Wall time from the start of a run to the end of each stage; work of a later stage that runs beside an earlier one counts there.
/// </summary>
internal sealed class RunStages
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _replicated, _proved;

    /// <summary>Runs from the start on.</summary>
    public Stopwatch Clock => _clock;

    /// <summary>Until the last replication was done.</summary>
    public TimeSpan Replications => _replicated;

    /// <summary>What was waited for the proofs after that.</summary>
    public TimeSpan Proofs => _proved - _replicated;

    /// <summary>Everything since.</summary>
    public TimeSpan Report => _clock.Elapsed - _proved;

    public void EndReplications() => _replicated = _clock.Elapsed;

    public void EndProofs() => _proved = _clock.Elapsed;
}
