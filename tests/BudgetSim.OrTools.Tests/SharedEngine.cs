// One OR-Tools process for all tests that need no other.
using BudgetSim.OrTools.Engines;

namespace BudgetSim.OrTools.Tests;

/// <summary>Starts the engine once and ends it with the test run.</summary>
public sealed class SharedEngine : IDisposable
{
    public NodeEngine Engine { get; } = new();

    public OrToolsSolver Solver => new(Engine);

    public void Dispose() => Engine.Dispose();
}

[CollectionDefinition(nameof(SharedEngine))]
public sealed class SharedEngineTests : ICollectionFixture<SharedEngine>;
