// Runs OR-Tools in Node child processes that may die at any time.
using System.Buffers.Binary;
using System.Text.Json;
using BudgetSim.OrTools.Workers;
using Google.OrTools.Sat;
using Google.Protobuf;
using OperationsResearch;

namespace BudgetSim.OrTools.Engines;

/// <summary>
/// Starts a process at the first request of a kind and keeps it: one for linear models, one for CP-SAT, because a process that
/// has solved much with the one takes many seconds to load the other. A request whose process dies or hangs is asked once more
/// in a new process; a second failure is a fault, never a guess. Requests of one kind wait for one another.
/// </summary>
public sealed class NodeEngine(NodeEngineOptions options) : IOrToolsEngine
{
    private const byte LinearOperation = 2;
    private const byte SelectionOperation = 3;

    private readonly WorkerSlot _linear = new(options);
    private readonly WorkerSlot _selection = new(options);
    private string? _version;

    /// <summary>The engine in its usual place.</summary>
    public NodeEngine()
        : this(new NodeEngineOptions())
    {
    }

    /// <inheritdoc/>
    public string Version => _version ??= ReadVersion();

    /// <summary>How many processes have been started so far; one of each kind unless one died or was ended.</summary>
    internal int Starts => _linear.Starts + _selection.Starts;

    /// <summary>The numbers of the running processes.</summary>
    internal IReadOnlyList<int> ProcessIds => [.. new[] { _linear.ProcessId, _selection.ProcessId }.OfType<int>()];

    /// <inheritdoc/>
    public EngineReply<MPSolutionResponse> SolveLinear(MPModelRequest request, TimeSpan wallTime, CancellationToken cancellation) =>
        Read(
            _linear.Ask(LinearOperation, request.ToByteArray(), wallTime + options.EffectiveGrace, cancellation),
            MPSolutionResponse.Parser);

    /// <inheritdoc/>
    public EngineReply<CpSolverResponse> SolveSelection(
        CpModelProto model, SatParameters parameters, TimeSpan wallTime, CancellationToken cancellation) =>
        Read(
            _selection.Ask(SelectionOperation, Join(model, parameters), wallTime + options.EffectiveGrace, cancellation),
            CpSolverResponse.Parser);

    /// <summary>Ends the processes.</summary>
    public void Dispose()
    {
        _linear.Dispose();
        _selection.Dispose();
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

    private static EngineReply<T> Read<T>((byte[]? Body, Core.Diagnostics.Diagnostic? Fault) reply, MessageParser<T> parser)
        where T : class, IMessage<T>
    {
        if (reply.Body is null) return new EngineReply<T>(reply.Fault!);
        try
        {
            return new EngineReply<T>(parser.ParseFrom(reply.Body));
        }
        catch (InvalidProtocolBufferException unreadable)
        {
            return new EngineReply<T>(EngineFaults.Unreadable(unreadable.Message));
        }
    }

    private static string ReadVersion()
    {
        var package = Path.Combine(SidecarFolder.Find() ?? "", "node_modules", "or-tools-wasm", "package.json");
        if (!File.Exists(package)) return "OR-Tools, not installed";
        using var description = JsonDocument.Parse(File.ReadAllBytes(package));
        return $"OR-Tools by or-tools-wasm {description.RootElement.GetProperty("version").GetString()}";
    }
}
