// What every method of a solve works with: the engine, the limits, the time that is left.
using System.Diagnostics;
using BudgetSim.Allocation.Optimization;
using BudgetSim.Core.Diagnostics;
using BudgetSim.OrTools.Engines;
using BudgetSim.OrTools.Models;
using OperationsResearch;

namespace BudgetSim.OrTools.Methods;

/// <summary>One solve in progress. Wall time is a safety net only; work is limited by counting where the solver can.</summary>
internal sealed class SolveContext(IOrToolsEngine engine, SolverLimits limits, Stopwatch watch, CancellationToken cancellation)
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private bool _engineFailed;

    /// <summary>What the solve may use.</summary>
    public SolverLimits Limits => limits;

    /// <summary>Wall time that is left, at least a second.</summary>
    public TimeSpan Left
    {
        get
        {
            var left = limits.EffectiveWallTime - watch.Elapsed;
            return left > Least || limits.EffectiveWallTime < Least ? left : Least;
        }
    }

    /// <summary>Whether another attempt still makes sense: there is time, and the engine works.</summary>
    public bool MayGoOn => !_engineFailed && limits.EffectiveWallTime - watch.Elapsed > Least;

    /// <summary>Asks one of the linear or mixed solvers; a fault of the engine is an answer too.</summary>
    public SolverAnswer AskLinear(MPModelRequest request, string solver)
    {
        var reply = engine.SolveLinear(request, Left, cancellation);
        return reply.Succeeded
            ? LinearProto.AnswerFrom(reply.Response, request.Model.Maximize, request.Model.ObjectiveOffset, NameOf(solver))
            : Failed(reply.Fault, solver);
    }

    /// <summary>Asks CP-SAT.</summary>
    public SolverAnswer AskSelection(LinearModel model)
    {
        var parameters = SelectionProto.ParametersFrom(limits with { WallTime = Left });
        var reply = engine.SolveSelection(SelectionProto.ModelFrom(model), parameters, Left, cancellation);
        return reply.Succeeded
            ? SelectionProto.AnswerFrom(reply.Response, model, NameOf("CP-SAT"))
            : Failed(reply.Fault, "CP-SAT");
    }

    private SolverAnswer Failed(Diagnostic fault, string solver)
    {
        _engineFailed = true;
        return SolverAnswer.Without(SolverStatus.Failed, fault.ToString(), NameOf(solver));
    }

    private string NameOf(string solver) => $"{solver}, {engine.Version}";
}
