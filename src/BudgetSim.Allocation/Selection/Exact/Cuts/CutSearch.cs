// Branch and bound on choices alone: what each choice pays is bounded by prices, which are found when a choice disappoints.
using BudgetSim.Allocation.Selection.Exact.Blocks;
using BudgetSim.Allocation.Selection.Exact.Payments;
using BudgetSim.Allocation.Selection.Exact.Prices;

namespace BudgetSim.Allocation.Selection.Exact.Cuts;

/// <summary>
/// Benders' decomposition (1962): a choice is paid by a flow, whose whole dual prices bound every other choice as well. The master program
/// over the few blocks that are still open asks for a choice that no such cut holds below the objective wanted; it is branched on, and
/// subproblems are closed in whole numbers only.
/// </summary>
internal sealed class CutSearch
{
    private const int MostRows = 150;
    private const int MostDepth = 800;
    private const long MostTop = 1L << 50;

    private readonly MasterProgram _master;
    private readonly BranchingRule _rule;
    private readonly CandidateFromChoice _paying;
    private readonly CutRange _range;
    private readonly List<Int128[]> _prices;
    private readonly SearchBudget _budget;
    private int _depth;
    private long _nodes;
    private bool _isStuck;

    private CutSearch(MasterProgram master, CandidateFromChoice paying, CutRange range, List<Int128[]> prices, SearchBudget budget)
    {
        (_master, _paying, _range, _prices, _budget) = (master, paying, range, prices, budget);
        _rule = new BranchingRule(master);
    }

    private bool IsDone => _master.Asked > _range.Top || _master.Asked > _range.Enough;

    /// <summary>
    /// Whether nothing better than the floor remains, and the subproblems visited; null where choices have no whole prices, or numbers are
    /// too large. Choices that the prices of <paramref name="root"/> exclude are ruled out for good.
    /// </summary>
    public static (bool IsClosed, long Nodes)? Run(
        SearchSpace space, PriceBound root, CandidateFromChoice paying, CutRange range, SearchBudget budget)
    {
        if (!paying.HasPrices || range.Top > MostTop) return null;
        var prices = (paying.IsFixed ? [new Int128[space.Blocks.Links.Length]] : PriceChain.Of(root)).ToList();
        for (var nodes = 0L; ;)
        {
            root.RuleOut(space, range.Floor + 1);
            if (!space.Members.All(block => space.AllowedMasks(block).Any())) return (true, nodes);
            if (OptionTable.Of(space) is not { } table) return null;
            var rows = table.Demands().ToList();
            foreach (var vector in prices)
            {
                if (table.Priced(vector) is not { } cut) return null;
                rows.Add(cut);
            }

            var search = new CutSearch(
                new MasterProgram(table, rows, (long)range.Floor + 1, (double)range.Top), paying, range, prices, budget);
            var isClosed = search.Close();
            nodes += search._nodes;
            if (isClosed || !search._master.IsOutgrown) return (isClosed, nodes);
        }
    }

    private bool Close()
    {
        _nodes++;
        var mark = _master.Mark;
        var isClosed = Narrow() ?? Branch();
        _master.Undo(mark);
        return isClosed;
    }

    // Bounds, rules out and tries choices until that changes nothing any more: closed, given up, or (null) left to branching.
    private bool? Narrow()
    {
        while (!IsDone)
        {
            if (_budget.IsSpent || _isStuck || _master.IsOutgrown || _master.Rows > MostRows) return false;
            _budget.Spend(_master.Optimise());
            if (!_master.Narrow()) return true;
            if (_master.Guess() is not { } options) return null;
            Try(options);
        }

        return true;
    }

    // Pays a choice that no cut holds below what is asked for: either it is better, or its prices are a new cut.
    private void Try(int[] options)
    {
        _budget.Spend(_paying.Items.Length);
        var candidate = _paying.Priced(_master.Table.MasksOf(options), out var prices);
        if (candidate is not null && candidate.Objective >= _master.Asked)
        {
            _range.Offer(candidate);
            _master.Ask((long)_range.Floor + 1, options);
        }
        else if (candidate is not null && _master.Table.Priced(prices) is { } cut && cut.Left(options, _master.Asked) < 0)
        {
            _prices.Add(prices);
            _master.Add(cut, options);
        }
        else
        {
            _isStuck = true;
        }
    }

    private bool Branch()
    {
        var work = 0L;
        var split = _rule.Next(ref work);
        _budget.Spend(work);
        if (split is not { } next) return _master.IsBarred(_master.Heaviest());
        if (_depth == MostDepth) return false;
        var mark = _master.Mark;
        foreach (var takes in (bool[])[true, false])
        {
            _master.Split(next.Place, next.Option, takes);
            _depth++;
            var isClosed = Close();
            _depth--;
            _master.Undo(mark);
            if (!isClosed) return false;
        }

        return true;
    }
}
