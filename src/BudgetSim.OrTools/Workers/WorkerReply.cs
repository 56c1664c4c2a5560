// What came back from a worker process, or how it failed.
namespace BudgetSim.OrTools.Workers;

/// <summary>How a request to a worker ended.</summary>
internal enum WorkerOutcome
{
    /// <summary>The body is the result.</summary>
    Done,

    /// <summary>The process ended before it replied, or said that it could not; the message is its last line.</summary>
    Died,

    /// <summary>No reply came in time; the process has been ended.</summary>
    TimedOut,
}

/// <summary>The end of one request: its outcome, the body when done, else a line that says what is known.</summary>
internal sealed record WorkerReply(WorkerOutcome Outcome, byte[] Body, string Message);
