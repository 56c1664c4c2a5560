// Decides which of several rival claims stay: the highest first, and nothing that it excludes.
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement.Steps.Rivals;

/// <summary>
/// The contest between claims of one claimant: the highest worth stays, ties keep the earlier, an unknown worth is the
/// lowest. Its lists serve every contest of a settlement.
/// </summary>
internal sealed class RivalContest(SettlementState state, Func<int, int, bool> areExclusive)
{
    private readonly List<Fraction?> _worths = [];
    private readonly List<int> _order = [];
    private readonly List<int> _kept = [];
    private Comparison<int>? _higherFirst;

    /// <summary>Tells <paramref name="drop"/> of every claim that must go and of the claim it yields to.</summary>
    public void Decide(List<int> rivals, Action<int, int> drop)
    {
        if (rivals.Count < 2 || (rivals.Count == 2 && !areExclusive(rivals[0], rivals[1]))) return;
        Rank(rivals);
        _kept.Clear();
        foreach (var place in _order)
        {
            var winner = Winner(rivals[place]);
            if (winner < 0) _kept.Add(rivals[place]);
            else drop(rivals[place], winner);
        }
    }

    private void Rank(List<int> rivals)
    {
        _worths.Clear();
        _order.Clear();
        foreach (var rival in rivals)
        {
            _order.Add(_worths.Count);
            _worths.Add(Rival.WorthOf(state, rival));
        }

        _order.Sort(_higherFirst ??= HigherFirst);
    }

    private int HigherFirst(int a, int b)
    {
        var order = (_worths[a], _worths[b]) switch
        {
            ({ } first, { } second) => second.CompareTo(first),
            (null, null) => 0,
            (null, _) => 1,
            _ => -1,
        };
        return order != 0 ? order : a.CompareTo(b);
    }

    private int Winner(int rival)
    {
        foreach (var other in _kept)
        {
            if (areExclusive(rival, other)) return other;
        }

        return -1;
    }
}
