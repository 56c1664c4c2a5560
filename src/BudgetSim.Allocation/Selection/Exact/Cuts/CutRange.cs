// Which objectives a search is interested in.
using BudgetSim.Allocation.Selection.Exact.Payments;

namespace BudgetSim.Allocation.Selection.Exact.Cuts;

/// <summary>
/// Only objectives above <see cref="Floor"/> count, none is above <paramref name="Top"/>, and one of <paramref name="Enough"/> ends the
/// search; <paramref name="Offer"/> takes a better candidate, <paramref name="ReadFloor"/> tells the floor after it.
/// </summary>
internal sealed record CutRange(Int128 Top, Int128 Enough, Action<Candidate> Offer, Func<Int128> ReadFloor)
{
    /// <summary>The best objective known.</summary>
    public Int128 Floor => ReadFloor();
}
