// A path into a tree: keys, list positions and ids of list elements.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>The parts of a path in order, and where its author wrote it (for messages).</summary>
public sealed record DataPath(IReadOnlyList<string> Segments, Place Where)
{
    /// <summary>The parts with <c>/</c> between them: <c>measures/a3.1/figures/rate</c>.</summary>
    public override string ToString() => string.Join('/', Segments);
}
