// A response from OR-Tools, or the fault that kept it from coming.
using System.Diagnostics.CodeAnalysis;
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.OrTools.Engines;

/// <summary>Exactly one of response and fault is there.</summary>
public sealed record EngineReply<T>
    where T : class
{
    /// <summary>A reply that is the response.</summary>
    public EngineReply(T response) => Response = response;

    /// <summary>A reply that never came.</summary>
    public EngineReply(Diagnostic fault) => Fault = fault;

    /// <summary>What the solver answered.</summary>
    public T? Response { get; }

    /// <summary>Why there is no response.</summary>
    public Diagnostic? Fault { get; }

    /// <summary>Whether the solver answered.</summary>
    [MemberNotNullWhen(true, nameof(Response))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool Succeeded => Response is not null;
}
