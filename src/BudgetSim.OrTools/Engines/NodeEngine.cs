// Runs OR-Tools in a Node child process that may die at any time.
using System.Buffers.Binary;
using System.ComponentModel;
using System.Text.Json;
using BudgetSim.Core.Diagnostics;
using BudgetSim.OrTools.Workers;
using Google.OrTools.Sat;
using Google.Protobuf;
using OperationsResearch;

namespace BudgetSim.OrTools.Engines;

/// <summary>
/// Where Node and the worker script are (null: the usual place), and how long after its time limit a solver may still answer
/// before its process is ended (null: 10 seconds).
/// </summary>
public sealed record NodeEngineOptions(string? NodeProgram = null, string? WorkerScript = null, TimeSpan? Grace = null)
{
    internal TimeSpan EffectiveGrace => Grace ?? TimeSpan.FromSeconds(10);

    internal string Program => NodeProgram ?? Environment.GetEnvironmentVariable("BUDGETSIM_NODE") ?? "node";

    internal string Script => WorkerScript ?? Path.Combine(SidecarFolder.Find() ?? "src/sidecar", "ortools-worker.mjs");

    internal string? Missing =>
        !File.Exists(Script) ? Script
        : WorkerScript is null && !Directory.Exists(Packages) ? Packages
        : null;

    private string Packages => Path.Combine(Path.GetDirectoryName(Script)!, "node_modules", "or-tools-wasm");
}

/// <summary>
/// Starts its process at the first request and keeps it. A request whose process dies or hangs is asked once more in a new
/// process; a second failure is a fault, never a guess. Requests from several threads wait for one another.
/// </summary>
public sealed class NodeEngine(NodeEngineOptions options) : IOrToolsEngine
{
    private const byte LinearOperation = 2;
    private const byte SelectionOperation = 3;

    private readonly Lock _turn = new();
    private WorkerProcess? _worker;
    private string? _version;

    /// <summary>The engine in its usual place.</summary>
    public NodeEngine()
        : this(new NodeEngineOptions())
    {
    }

    /// <inheritdoc/>
    public string Version => _version ??= ReadVersion();

    /// <summary>How many processes have been started so far; 1 unless one died or was ended.</summary>
    public int Starts { get; private set; }

    /// <summary>The number of the running process, or null.</summary>
    public int? ProcessId => _worker?.ProcessId;

    /// <inheritdoc/>
    public EngineReply<MPSolutionResponse> SolveLinear(MPModelRequest request, TimeSpan wallTime, CancellationToken cancellation) =>
        Ask(LinearOperation, request.ToByteArray(), MPSolutionResponse.Parser, wallTime + options.EffectiveGrace, cancellation);

    /// <inheritdoc/>
    public EngineReply<CpSolverResponse> SolveSelection(
        CpModelProto model, SatParameters parameters, TimeSpan wallTime, CancellationToken cancellation) =>
        Ask(SelectionOperation, Join(model, parameters), CpSolverResponse.Parser, wallTime + options.EffectiveGrace, cancellation);

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        lock (_turn) DropWorker();
    }

    private static byte[] Join(CpModelProto model, SatParameters parameters)
    {
        var modelLength = model.CalculateSize();
        var body = new byte[4 + modelLength + parameters.CalculateSize()];
        BinaryPrimitives.WriteUInt32LittleEndian(body, (uint)modelLength);
        model.WriteTo(body.AsSpan(4, modelLength));
        parameters.WriteTo(body.AsSpan(4 + modelLength));
        return body;
    }

    private EngineReply<T> Ask<T>(
        byte operation, byte[] body, MessageParser<T> parser, TimeSpan wallTime, CancellationToken cancellation)
        where T : class, IMessage<T>
    {
        var (bytes, fault) = AskTwice(operation, body, wallTime, cancellation);
        if (bytes is null) return new EngineReply<T>(fault!);
        try
        {
            return new EngineReply<T>(parser.ParseFrom(bytes));
        }
        catch (InvalidProtocolBufferException unreadable)
        {
            return new EngineReply<T>(EngineFaults.Unreadable(unreadable.Message));
        }
    }

    private (byte[]? Body, Diagnostic? Fault) AskTwice(byte operation, byte[] body, TimeSpan wallTime, CancellationToken cancellation)
    {
        lock (_turn)
        {
            var message = "";
            for (var attempt = 0; attempt < 2; attempt++)
            {
                if (StartWorker() is { } fault) return (null, fault);
                var reply = AskOnce(operation, body, wallTime, cancellation);
                if (reply.Outcome == WorkerOutcome.Done) return (reply.Body, null);
                message = reply.Message;
            }

            return (null, EngineFaults.WorkerFailedTwice(message));
        }
    }

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

    private Diagnostic? StartWorker()
    {
        if (_worker is { IsAlive: true }) return null;
        DropWorker();
        if (options.Missing is { } missing) return EngineFaults.SidecarMissing(missing);
        try
        {
            _worker = WorkerProcess.Start(options.Program, options.Script);
            Starts++;
            return null;
        }
        catch (Win32Exception)
        {
            return EngineFaults.NodeMissing(options.Program);
        }
    }

    private void DropWorker()
    {
        _worker?.Dispose();
        _worker = null;
    }

    private static string ReadVersion()
    {
        var package = Path.Combine(SidecarFolder.Find() ?? "", "node_modules", "or-tools-wasm", "package.json");
        if (!File.Exists(package)) return "OR-Tools, not installed";
        using var description = JsonDocument.Parse(File.ReadAllBytes(package));
        return $"OR-Tools by or-tools-wasm {description.RootElement.GetProperty("version").GetString()}";
    }
}
