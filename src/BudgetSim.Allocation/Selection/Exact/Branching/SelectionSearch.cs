// Finds and proves the best choice of one component: prices first, then branch and bound.
using BudgetSim.Allocation.Selection.Exact.Blocks;
using BudgetSim.Allocation.Selection.Exact.Cuts;
using BudgetSim.Allocation.Selection.Exact.Losses;
using BudgetSim.Allocation.Selection.Exact.Payments;
using BudgetSim.Allocation.Selection.Exact.Prices;

namespace BudgetSim.Allocation.Selection.Exact.Branching;

/// <summary>
/// The chain: the best choice without prices; zero-or-one prices; the selection program; and, where a gap remains, branching on
/// what it splits. A subproblem is closed only by an exact bound, so doubles can cost time but never the proof.
/// </summary>
internal sealed class SelectionSearch
{
    private const int MostRowsTogether = 3;

    // The inverse of the basis is a square over the linking rows: above this it takes more than half a gigabyte.
    private const int MostRows = 8192;

    private readonly SearchSpace _space;
    private readonly CandidateFromChoice _paying;
    private readonly SearchBudget _budget;
    private readonly bool _isUniform;
    private readonly Int128 _enough;
    private PriceSimplex? _simplex;
    private Candidate? _best;
    private Int128 _floor;
    private Int128 _lossBound = Int128.MaxValue;
    private long _nodes;
    private bool _isStopped;
    private PriceBound? _root;
    private double[] _startPrices;

    /// <param name="space">The component.</param>
    /// <param name="paying">Pays a choice.</param>
    /// <param name="budget">The work allowed.</param>
    /// <param name="floor">Only objectives above this are of interest (-1: all).</param>
    /// <param name="enough">The first candidate that reaches this ends the search.</param>
    public SelectionSearch(SearchSpace space, CandidateFromChoice paying, SearchBudget budget, Int128 floor, Int128? enough = null)
    {
        (_space, _paying, _budget, _floor) = (space, paying, budget, floor);
        _enough = enough ?? Int128.MaxValue;
        var program = space.Blocks.Program;
        _isUniform = Array.TrueForAll(
            paying.Items, item => program.PerChoice[item] == 0 && program.PerYuan[item] == program.PerYuan[paying.Items[0]]);
        _startPrices = new double[space.Blocks.Links.Length];
    }

    /// <summary>Searches until everything is closed or the budget is spent.</summary>
    public SearchResult Run()
    {
        var masks = new ulong[_space.Members.Length];
        var free = PriceBound.Of(_space, 1, new Int128[_space.Blocks.Links.Length], masks);
        if (free is null) return new SearchResult(null, -1, true, 0, null, true);
        if (_space.Links.Length == 0) return Separate(free, masks);
        var bound = TryWithoutSearch(free, masks);
        if (!IsDone(bound) && _space.Links.Length > MostRows) _isStopped = true;
        else if (!IsDone(bound)) bound = Int128.Min(bound, Int128.Min(Branch(0), _lossBound));
        return new SearchResult(_best, _isStopped ? bound : _best?.Objective ?? _floor, !_isStopped, _nodes, _root, false);
    }

    // A few limits over items that are paid whole or not at all: there branching hardly ever ends.
    private bool LossesFirst => _space.Links.Length <= MostRowsTogether && _paying.IsFixed;

    // Blocks without links add up: the best of each is the best of all.
    private SearchResult Separate(PriceBound free, ulong[] masks)
    {
        var awards = AwardsInBlocks(masks);
        _best = new Candidate(masks, awards, _paying.Objective(masks, awards));
        return new SearchResult(_best, free.Floor, true, 0, free, true);
    }

    private Int128 TryWithoutSearch(PriceBound free, ulong[] masks)
    {
        _root = free;
        for (var round = 0; round < 3; round++)
        {
            if (_isUniform && _paying.InOrder(masks) is { } quick && IsProvedBy(quick, ref masks)) break;
            Offer(_paying.Of(masks, null));
            if (_best is null || !_isUniform || IsDone(_root.Floor)) break;
            var before = _root;
            if (IsProvedBy(_best, ref masks) || _root == before) break;
        }

        if (_isUniform && !IsDone(_root.Floor) && ExactFill.Fits(_space)) FillExactly();
        return _root.Floor;
    }

    // A few items first; more only where the answer itself is looked for, not where ties are settled.
    private void FillExactly()
    {
        if (_best is null && ExactFill.InOrder(_space) is { } first) Offer(_paying.Of(first, null));
        foreach (var half in _enough == Int128.MaxValue ? (int[])[10, 16] : [10])
        {
            _budget.Spend(_space.Members.Length + (1 << half));
            if (_best is not null && !IsDone(_root!.Floor) && ExactFill.Improve(_space, _best.Masks, half) is { } masks)
                Offer(_paying.Of(masks, null));
        }
    }

    // Offers a candidate, prices what it uses up, and keeps the bound and its choices if the bound is better.
    private bool IsProvedBy(Candidate candidate, ref ulong[] masks)
    {
        Offer(candidate);
        if (IsDone(_root!.Floor)) return true;
        var prices = ZeroOnePrices.Of(_space, _paying, candidate);
        var choices = new ulong[masks.Length];
        if (PriceBound.Of(_space, 1, prices, choices) is not { } bound || bound.Floor >= _root.Floor) return false;
        (_root, masks) = (bound, choices);
        _startPrices = [.. prices.Select(price => (double)price)];
        return IsDone(bound.Floor);
    }

    private bool IsDone(Int128 bound) => bound <= _floor || _floor >= _enough;

    private void Offer(Candidate? candidate)
    {
        if (candidate is null || candidate.Objective <= _floor) return;
        (_best, _floor) = (candidate, candidate.Objective);
    }

    private long[] AwardsInBlocks(ulong[] masks)
    {
        var oracle = new BlockOracle<Int128>(_space.Blocks, _space.Lower, _space.Upper);
        var awards = new long[_paying.Items.Length];
        var first = 0;
        for (var k = 0; k < masks.Length; k++)
        {
            oracle.Price(_space.Members[k], 1, []);
            var size = _space.Blocks.SizeOf(_space.Members[k]);
            oracle.ValueOf(_space.Members[k], masks[k], awards.AsSpan(first, size));
            first += size;
        }

        return awards;
    }

    /// <summary>Closes the current subproblem, or leaves it open when the budget ends; gives its bound.</summary>
    private Int128 Branch(int depth)
    {
        if (depth > 0 && _budget.IsSpent) _isStopped = true;
        if (_isStopped) return _floor + 1;
        _nodes++;
        if (Bound() is not { } bound) return -1;
        if (depth == 0 && (_root is null || bound.Total * _root.Scale < _root.Total * bound.Scale)) _root = bound;
        if (IsDone(bound.Floor)) return bound.Floor;
        OfferMix();
        if (IsDone(bound.Floor)) return bound.Floor;
        if (depth == 0 && _best is not null) bound.RuleOut(_space, _floor + 1);
        if (depth == 0 && LossesFirst && IsClosedByLosses(bound)) return _floor;
        if (depth == 0 && IsClosedByCuts(bound)) return _floor;
        if (_budget.IsSpent)
        {
            _isStopped = true;
            return bound.Floor;
        }

        if (NextSplit.Of(_space, _paying, _simplex!) is not { } split) return bound.Floor;
        foreach (var half in split.Halves())
        {
            var undo = half.Apply(_space);
            Branch(depth + 1);
            undo();
            if (IsDone(bound.Floor)) break;
        }

        return bound.Floor;
    }

    private bool IsClosedByCuts(PriceBound bound)
    {
        var range = new CutRange(bound.Floor, _enough, Offer, () => _floor);
        if (CutSearch.Run(_space, bound, _paying, range, _budget) is not { } search) return false;
        _nodes += search.Nodes;
        return search.IsClosed;
    }

    // All limits together, with a part of the budget; what was left open goes on to be branched on.
    private bool IsClosedByLosses(PriceBound bound)
    {
        if (LossTables.Of(_space, bound, _floor) is not { } model) return false;
        var part = _budget.Part(0.5, double.MaxValue);
        var before = part.Left;
        var search = new LossSearch(model, _floor, part, OfferMasks);
        var isClosed = search.Run();
        _budget.Spend(before - part.Left + (4 * _space.Members.Length));
        _nodes++;
        _lossBound = Int128.Min(_lossBound, (model.Bound - search.LeastLoss) / model.Scale);
        return isClosed;
    }

    private Int128 OfferMasks(ulong[] masks)
    {
        Offer(_paying.Of(masks, null));
        return _floor >= _enough ? _root!.Floor : _floor;
    }

    private PriceBound? Bound()
    {
        if (!AllHaveChoice()) return null;
        _simplex ??= new PriceSimplex(_space, _startPrices);
        var before = _simplex.Work;
        _simplex.Optimise(before + Math.Max(50_000, _budget.Left));
        _budget.Spend(_simplex.Work - before + _space.Members.Length);
        return PriceBound.Of(_space, _simplex.LinkPrices());
    }

    private bool AllHaveChoice()
    {
        foreach (var block in _space.Members)
            if (!_space.AllowedMasks(block).Any()) return false;
        return true;
    }

    private void OfferMix()
    {
        var masks = new ulong[_space.Members.Length];
        for (var k = 0; k < masks.Length; k++) masks[k] = _simplex!.Key(_space.Members[k]).Mask;
        var mixed = _simplex!.MixedBlocks().ToHashSet();
        for (var k = 0; k < masks.Length; k++)
        {
            if (mixed.Contains(_space.Members[k])) masks[k] = _simplex.Mix(_space.Members[k])[0].Column.Mask;
            if (!IsAllowed(_space.Members[k], masks[k])) masks[k] = _space.AllowedMasks(_space.Members[k]).First();
        }

        Offer(_paying.Of(masks, _paying.IsExact ? null : NextSplit.MixedAwards(_space, _paying, _simplex)));
    }

    private bool IsAllowed(int block, ulong mask) =>
        (mask & _space.Filter.MustTake[block]) == _space.Filter.MustTake[block] && (mask & _space.Filter.MustLeave[block]) == 0;
}
