// A place for one worker process: starts it when needed, asks once more when it fails.
using System.ComponentModel;
using BudgetSim.Core.Diagnostics;
using BudgetSim.OrTools.Workers;

namespace BudgetSim.OrTools.Engines;

/// <summary>Requests take turns. A request whose process dies or hangs is asked once more in a new process.</summary>
internal sealed class WorkerSlot(NodeEngineOptions options) : IDisposable
{
    private readonly Lock _turn = new();
    private SolverProcess? _worker;

    /// <summary>How many processes have been started so far.</summary>
    public int Starts { get; private set; }

    /// <summary>The number of the running process, or null.</summary>
    public int? ProcessId => _worker?.ProcessId;

    /// <summary>The body of the reply, or why there is none.</summary>
    public (byte[]? Body, Diagnostic? Fault) Ask(byte operation, byte[] body, TimeSpan wallTime, CancellationToken cancellation)
    {
        lock (_turn)
        {
            var message = "";
            for (var attempt = 0; attempt < 2; attempt++)
            {
                if (Start() is { } fault) return (null, fault);
                var reply = AskOnce(operation, body, wallTime, cancellation);
                if (reply.Outcome == WorkerOutcome.Done) return (reply.Body, null);
                message = reply.Message;
                if (message.Contains("ERR_MODULE_NOT_FOUND", StringComparison.Ordinal)) return (null, EngineFaults.PartMissing(message));
            }

            return (null, EngineFaults.WorkerFailedTwice(message));
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        lock (_turn) Drop();
    }

    // Whatever goes wrong in between, a process that has not replied is ended, not kept.
    private WorkerReply AskOnce(byte operation, byte[] body, TimeSpan wallTime, CancellationToken cancellation)
    {
        var worker = _worker!;
        _worker = null;
        try
        {
            var reply = worker.Ask(operation, body, wallTime, cancellation);
            if (reply.Outcome == WorkerOutcome.Done) (_worker, worker) = (worker, null);
            return reply;
        }
        finally
        {
            worker?.Dispose();
        }
    }

    private Diagnostic? Start()
    {
        if (_worker is { IsAlive: true }) return null;
        Drop();
        if (options.Missing is { } missing) return EngineFaults.SidecarMissing(missing);
        try
        {
            _worker = SolverProcess.Start(options.Program, options.Script);
            Starts++;
            return null;
        }
        catch (Win32Exception)
        {
            return EngineFaults.NodeMissing(options.Program);
        }
    }

    private void Drop()
    {
        _worker?.Dispose();
        _worker = null;
    }
}
