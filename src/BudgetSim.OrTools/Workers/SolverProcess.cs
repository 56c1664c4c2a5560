// A child process that answers framed requests, one at a time, and can be ended at any moment.
using System.Diagnostics;

namespace BudgetSim.OrTools.Workers;

/// <summary>
/// Owns one process from start to end: it is always waited for, so none is left behind. Not safe for two threads at once.
/// </summary>
internal sealed class SolverProcess : IDisposable
{
    private readonly Process _process;
    private readonly LastWords _said = new();
    private uint _number;

    private SolverProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => _said.Hear(line.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>Whether it can still be asked something.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>The number of the process in the operating system.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts <paramref name="program"/> with a script.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static SolverProcess Start(string program, string script)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetDirectoryName(script),
        };
        start.ArgumentList.Add(script);
        return new SolverProcess(Process.Start(start)!);
    }

    /// <summary>Asks one thing and waits for the reply. Cancelling ends the process and throws.</summary>
    public WorkerReply Ask(byte operation, byte[] body, TimeSpan wallTime, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var deadline = new CancellationTokenSource(wallTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        using var end = either.Token.Register(End);
        try
        {
            return Exchange(operation, body);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or InvalidOperationException)
        {
            End();
            cancellation.ThrowIfCancellationRequested();
            return deadline.IsCancellationRequested
                ? new WorkerReply(WorkerOutcome.TimedOut, [], $"no answer within {wallTime.TotalSeconds:0.#} s")
                : new WorkerReply(WorkerOutcome.Died, [], Obituary(fault));
        }
    }

    /// <summary>Ends the process and waits for it.</summary>
    public void Dispose()
    {
        End();
        _process.Dispose();
    }

    private WorkerReply Exchange(byte operation, byte[] body)
    {
        var request = new WorkerFrame(operation, ++_number, body);
        request.WriteTo(_process.StandardInput.BaseStream);
        var reply = WorkerFrame.ReadFrom(_process.StandardOutput.BaseStream);
        if (reply.Number != request.Number) throw new IOException("the worker answered another request");
        return reply.Operation == WorkerFrame.Done
            ? new WorkerReply(WorkerOutcome.Done, reply.Body, "")
            : new WorkerReply(WorkerOutcome.Died, [], System.Text.Encoding.UTF8.GetString(reply.Body));
    }

    private string Obituary(Exception fault)
    {
        var last = _said.Text.Length > 0 ? _said.Text : fault is EndOfStreamException ? "" : fault.Message;
        return last.Length > 0 ? $"it ended with code {_process.ExitCode}: {last}" : $"it ended with code {_process.ExitCode}";
    }

    private void End()
    {
        try
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It was never started, or is gone already: nothing is left to end.
        }
    }
}
