// Several engines side by side, for many solves at once.
using System.Collections.Concurrent;
using Google.OrTools.Sat;
using OperationsResearch;

namespace BudgetSim.OrTools.Engines;

/// <summary>
/// Lends each request an engine that is free. OR-Tools itself runs on one thread here, so more speed comes from more processes;
/// which of them answers makes no difference to the answer.
/// </summary>
public sealed class EnginePool : IOrToolsEngine
{
    private readonly IOrToolsEngine[] _engines;
    private readonly BlockingCollection<IOrToolsEngine> _free = [];

    /// <summary>A pool of <paramref name="count"/> engines (at least 1), each made when the pool is.</summary>
    public EnginePool(int count, Func<IOrToolsEngine> create)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(create);
        _engines = [.. Enumerable.Range(0, count).Select(_ => create())];
        foreach (var engine in _engines) _free.Add(engine);
    }

    /// <inheritdoc/>
    public string Version => _engines[0].Version;

    /// <inheritdoc/>
    public EngineReply<MPSolutionResponse> SolveLinear(MPModelRequest request, TimeSpan wallTime, CancellationToken cancellation) =>
        Lend(engine => engine.SolveLinear(request, wallTime, cancellation), cancellation);

    /// <inheritdoc/>
    public EngineReply<CpSolverResponse> SolveSelection(
        CpModelProto model, SatParameters parameters, TimeSpan wallTime, CancellationToken cancellation) =>
        Lend(engine => engine.SolveSelection(model, parameters, wallTime, cancellation), cancellation);

    /// <summary>Ends every engine.</summary>
    public void Dispose()
    {
        foreach (var engine in _engines) engine.Dispose();
        _free.Dispose();
    }

    private TReply Lend<TReply>(Func<IOrToolsEngine, TReply> ask, CancellationToken cancellation)
    {
        var engine = _free.Take(cancellation);
        try
        {
            return ask(engine);
        }
        finally
        {
            _free.Add(engine, CancellationToken.None);
        }
    }
}
