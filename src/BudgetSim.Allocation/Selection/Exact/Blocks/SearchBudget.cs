// How much work a search may do, counted so that it stops at the same place on every machine.
namespace BudgetSim.Allocation.Selection.Exact.Blocks;

/// <summary>A budget of block evaluations (about two million a second) shared by all stages of one problem.</summary>
internal sealed class SearchBudget(double seconds, CancellationToken cancellation)
{
    private const double EvaluationsPerSecond = 2e6;

    /// <summary>What is left.</summary>
    public long Left { get; private set; } = (long)Math.Min(1e15, seconds * EvaluationsPerSecond);

    public bool IsSpent => Left <= 0;

    /// <summary>Takes work off the budget; cancelling throws.</summary>
    public void Spend(long work)
    {
        cancellation.ThrowIfCancellationRequested();
        Left -= work;
    }

    /// <summary>
    /// A smaller budget for one part of the work, at most <paramref name="seconds"/>; what it uses is not taken off this one.
    /// </summary>
    public SearchBudget Part(double share, double seconds) =>
        new(Math.Min(seconds, Math.Max(0, Left) * share / EvaluationsPerSecond), cancellation);
}
