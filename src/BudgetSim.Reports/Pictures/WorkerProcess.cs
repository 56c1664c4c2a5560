// One run of the painting process: frames out, frames in.
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace BudgetSim.Reports.Pictures;

/// <summary>
/// A started process. Frames: u32 length of the body, u8 code, u32 id, body, little-endian. When the process ends, every
/// answer still awaited fails.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const int HeaderLength = 9;
    private const byte Done = 0;
    private const int LongestFrame = 256 * 1024 * 1024;
    private readonly Process _process;
    private readonly ConcurrentDictionary<uint, TaskCompletionSource<byte[]>> _awaited = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Task _reading;
    private uint _lastId;
    private bool _hasEnded;
    private int _isDisposed;

    private WorkerProcess(Process process)
    {
        _process = process;
        _reading = Task.Run(ReadAllAsync);
    }

    /// <summary>Whether no answer will come any more.</summary>
    public bool HasEnded => Volatile.Read(ref _hasEnded);

    /// <summary>Starts the process.</summary>
    /// <exception cref="PaintingException">There is no Node, or no worker.</exception>
    public static WorkerProcess Start(Sidecar sidecar)
    {
        if (!File.Exists(sidecar.WorkerPath))
            throw new PaintingException($"charts: {sidecar.WorkerPath} is missing; build the solution first");
        var start = new ProcessStartInfo(sidecar.Node, [sidecar.WorkerPath])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = sidecar.Folder,
        };
        try
        {
            var process = Process.Start(start) ?? throw new PaintingException($"charts: '{sidecar.Node}' did not start");
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return new WorkerProcess(process);
        }
        catch (Win32Exception fault)
        {
            throw new PaintingException(
                $"charts: Node.js was not found ('{sidecar.Node}'); install Node.js 20 or newer and try again", fault);
        }
    }

    /// <summary>Sends one request and awaits its answer.</summary>
    /// <exception cref="IOException">The process ended before it answered.</exception>
    /// <exception cref="PaintingException">The process answered that it cannot.</exception>
    public async Task<byte[]> AskAsync(byte code, byte[] body, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited[id] = answer;
        if (HasEnded) throw new IOException("the painting process has ended");
        await SendAsync(code, id, body, cancellation).ConfigureAwait(false);
        return await answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Closes the input, which ends the process; kills it if it stays.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1) return;
        try
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the order.
        }

        await _reading.ConfigureAwait(false);
        _process.Dispose();
        _writing.Dispose();
    }

    private async Task SendAsync(byte code, uint id, byte[] body, CancellationToken cancellation)
    {
        var frame = new byte[HeaderLength + body.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)body.Length);
        frame[4] = code;
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(5), id);
        body.CopyTo(frame, HeaderLength);
        await _writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await _process.StandardInput.BaseStream.WriteAsync(frame, CancellationToken.None).ConfigureAwait(false);
            await _process.StandardInput.BaseStream.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadAllAsync()
    {
        try
        {
            var input = _process.StandardOutput.BaseStream;
            while (await ReadFrameAsync(input).ConfigureAwait(false))
            {
            }
        }
        catch (IOException)
        {
            // The process is gone; whoever waits is told below.
        }

        Volatile.Write(ref _hasEnded, true);
        foreach (var (_, waiting) in _awaited) waiting.TrySetException(new IOException("the painting process ended"));
    }

    private async Task<bool> ReadFrameAsync(Stream input)
    {
        var header = new byte[HeaderLength];
        var got = await input.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false).ConfigureAwait(false);
        if (got < HeaderLength) return false;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        if (length > LongestFrame) throw new IOException("a frame is too long");
        var body = new byte[length];
        await input.ReadExactlyAsync(body).ConfigureAwait(false);
        if (!_awaited.TryRemove(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(5)), out var waiting)) return true;
        if (header[4] == Done) waiting.TrySetResult(body);
        else waiting.TrySetException(new PaintingException($"charts: {System.Text.Encoding.UTF8.GetString(body)}"));
        return true;
    }
}
