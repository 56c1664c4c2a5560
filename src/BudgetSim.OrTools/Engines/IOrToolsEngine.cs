// The seam to Google OR-Tools: a model message in, a response message out.
using Google.OrTools.Sat;
using OperationsResearch;

namespace BudgetSim.OrTools.Engines;

/// <summary>
/// Runs OR-Tools somewhere: in a child process here, in this process with the Google.OrTools package, on another machine.
/// An engine only carries messages; meaning and checks are <see cref="OrToolsSolver"/>'s. It may be asked from several threads.
/// Cancelling throws <see cref="OperationCanceledException"/>.
/// </summary>
public interface IOrToolsEngine : IDisposable
{
    /// <summary>Name and version, as reports print it.</summary>
    string Version { get; }

    /// <summary>Solves a linear or mixed model with the solver that the request names.</summary>
    EngineReply<MPSolutionResponse> SolveLinear(MPModelRequest request, TimeSpan wallTime, CancellationToken cancellation);

    /// <summary>Solves a model of CP-SAT.</summary>
    EngineReply<CpSolverResponse> SolveSelection(
        CpModelProto model, SatParameters parameters, TimeSpan wallTime, CancellationToken cancellation);
}
