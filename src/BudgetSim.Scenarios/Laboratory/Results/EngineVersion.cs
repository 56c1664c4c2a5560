// Tells one build of the engine from another, so that no result outlives the code that computed it.
using System.Reflection;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Results;

/// <summary>
/// The identity of the compiled code that decides results; a build is deterministic, so the same source gives the same one.
/// </summary>
public static class EngineVersion
{
    private static readonly Assembly[] Deciding =
    [
        typeof(Money).Assembly,
        typeof(Entitlement).Assembly,
        typeof(Settle).Assembly,
        typeof(Replicate).Assembly,
        typeof(EngineVersion).Assembly,
    ];

    /// <summary>The module identities of every assembly between the files and the awards.</summary>
    public static string Text { get; } =
        string.Join(' ', Deciding.Select(assembly => assembly.ManifestModule.ModuleVersionId.ToString("N")));
}
