// Proves that no choice loses less than the best one, limit by limit where blocks under several limits are split between them.
namespace BudgetSim.Allocation.Selection.Exact;

/// <summary>
/// Every group of rows chooses for all blocks that touch it; a block under several groups has a copy in each, among which its loss is
/// divided (Lagrangian decomposition of Guignard and Kim 1987). The sum of what the groups lose at least is a lower bound for any
/// division, in whole numbers. Where copies differ the division is improved, then the block is branched on.
/// </summary>
internal sealed class LossSearch
{
    private const int MostNodes = 200_000;
    private const int MostRounds = 100;
    private const int MostRoundsBelow = 8;

    private readonly LossModel _model;
    private readonly SearchBudget _budget;
    private readonly Func<ulong[], Int128> _offer;
    private readonly GroupFill[] _groups;
    private readonly (int Group, int Place)[][] _copies;
    private readonly long[][][] _share;
    private readonly ulong[] _allowed;
    private readonly long[] _least;
    private readonly bool[] _isStale;
    private readonly HashSet<long> _offered = [];
    private Int128 _floor;

    /// <param name="model">The tables.</param>
    /// <param name="groups">The rows, group by group.</param>
    /// <param name="floor">Only objectives above this are of interest.</param>
    /// <param name="budget">The work allowed.</param>
    /// <param name="offer">Takes a choice [member] and gives the new floor.</param>
    public LossSearch(LossModel model, int[][] groups, Int128 floor, SearchBudget budget, Func<ulong[], Int128> offer)
    {
        (_model, _floor, _budget, _offer) = (model, floor, budget, offer);
        _groups = [.. groups.Select(rows => new GroupFill(model, rows, Touching(model, rows)))];
        var copies = model.Blocks.Select(_ => new List<(int, int)>()).ToArray();
        for (var group = 0; group < _groups.Length; group++)
            foreach (var (place, block) in _groups[group].Blocks.Index()) copies[block].Add((group, place));
        _copies = [.. copies.Select(list => list.ToArray())];
        _share = [.. model.Blocks.Select((block, index) => Divide(block.Loss, _copies[index].Length))];
        _allowed = [.. model.Blocks.Select(block => (1UL << block.Masks.Length) - 1)];
        (_least, _isStale) = (new long[_groups.Length], new bool[_groups.Length]);
        Array.Fill(_isStale, true);
    }

    /// <summary>Subproblems visited.</summary>
    public long Nodes { get; private set; }

    /// <summary>What any answer loses at least, as far as it was found before branching.</summary>
    public long LeastLoss { get; private set; }

    /// <summary>Whether nothing better than the floor remains.</summary>
    public bool Run()
    {
        for (var block = 0; block < _allowed.Length; block++)
            if (_copies[block].Length == 0) _allowed[block] = 1;
        Offer();
        return Close(MostRounds);
    }

    // Losses above this are of no interest.
    private long MostLoss => (long)Int128.Clamp(_model.Bound - ((_floor + 1) * _model.Scale), -RoomPenalty.Never, RoomPenalty.Never - 1);

    private static int[] Touching(LossModel model, int[] rows) =>
        [.. from block in model.Blocks.Index() where block.Item.Links.Intersect(rows).Any() select block.Index];

    // [copy][option], adding up to the loss.
    private static long[][] Divide(long[] loss, int copies) =>
        [.. Enumerable.Range(0, copies).Select(copy => loss.Select(whole => (whole / copies) + (copy == 0 ? whole % copies : 0)).ToArray())];

    private bool Close(int rounds)
    {
        Nodes++;
        var step = 1.0;
        for (var round = 0; ; round++)
        {
            if (_budget.IsSpent || Nodes > MostNodes) return false;
            if (!Evaluate(out var loss)) return false;
            if (Nodes == 1) LeastLoss = Math.Max(LeastLoss, loss);
            if (loss > MostLoss) return true;
            Offer();
            if (loss > MostLoss) return true;
            if (round == rounds || !Adjust(loss, step)) break;
            step *= 0.97;
        }

        return Branch(rounds);
    }

    // The least loss of all groups together; false when that took too long.
    private bool Evaluate(out long loss)
    {
        loss = 0;
        for (var group = 0; group < _groups.Length; group++) loss = Math.Min(RoomPenalty.Never, loss + (_isStale[group] ? 0 : _least[group]));
        for (var group = 0; group < _groups.Length; group++)
        {
            if (!_isStale[group]) continue;
            var fill = _groups[group];
            var before = fill.Work;
            var solved = fill.Solve((place, option) => _share[fill.Blocks[place]][CopyIn(fill.Blocks[place], group)][option], _allowed, Math.Max(_model.Scale, _least[group]), _budget.Left * 8);
            _budget.Spend(1 + ((fill.Work - before) / 8) + (fill.Blocks.Length / 4));
            if (solved is not { } least) return false;
            (_least[group], _isStale[group]) = (least, false);
            loss = Math.Min(RoomPenalty.Never, loss + least);
        }

        return true;
    }

    private int CopyIn(int block, int group)
    {
        var copy = 0;
        while (_copies[block][copy].Group != group) copy++;
        return copy;
    }

    private int OptionOf(int block, int copy) => _groups[_copies[block][copy].Group].Options[_copies[block][copy].Place];

    private bool IsSplit(int block)
    {
        for (var copy = 1; copy < _copies[block].Length; copy++)
            if (OptionOf(block, copy) != OptionOf(block, 0)) return true;
        return false;
    }

    // Where copies differ, what a copy chose becomes dearer to it and cheaper to the others.
    private bool Adjust(long loss, double step)
    {
        int[] split = [.. Enumerable.Range(0, _copies.Length).Where(IsSplit)];
        if (split.Length == 0) return false;
        long norm = split.Sum(block => (long)_copies[block].Length * _copies[block].Length);
        var unit = Math.Max(1, (long)(step * (MostLoss + 1 - loss) / norm));
        foreach (var block in split)
        {
            var copies = _copies[block].Length;
            for (var copy = 0; copy < copies; copy++)
            {
                var option = OptionOf(block, copy);
                for (var other = 0; other < copies; other++) _share[block][other][option] += other == copy ? unit * (copies - 1) : -unit;
                _isStale[_copies[block][copy].Group] = true;
            }
        }

        return true;
    }

    // Puts the copies together, improves that change by change, and offers it if it may be better.
    private void Offer()
    {
        var descent = new LossDescent(_model, [.. _copies.Select((copies, block) => copies.Length > 0 ? OptionOf(block, 0) : 0)]);
        descent.Run(_allowed);
        var loss = descent.Loss;
        if (loss > MostLoss || !_offered.Add(loss)) return;
        _budget.Spend(_model.Masks.Length);
        _floor = _offer(descent.Masks());
    }

    private bool Branch(int rounds)
    {
        var block = MostSplit();
        if (block < 0) return false;
        var (allowed, isClosed) = (_allowed[block], true);
        for (var rest = allowed; rest != 0 && isClosed; rest &= rest - 1)
        {
            _allowed[block] = rest & (~rest + 1);
            MarkStale(block);
            isClosed = Close(Math.Min(rounds, MostRoundsBelow));
        }

        _allowed[block] = allowed;
        MarkStale(block);
        return isClosed;
    }

    // The block whose copies lose most by giving in.
    private int MostSplit()
    {
        var (most, widest) = (-1, -1L);
        for (var block = 0; block < _copies.Length; block++)
        {
            if (!IsSplit(block)) continue;
            var loss = _model.Blocks[block].Loss;
            var spread = Enumerable.Range(0, _copies[block].Length).Max(copy => Math.Abs(_share[block][copy][OptionOf(block, 0)] - _share[block][copy][OptionOf(block, copy)])) + loss.Length;
            if (spread > widest) (most, widest) = (block, spread);
        }

        return most;
    }

    private void MarkStale(int block)
    {
        foreach (var (group, _) in _copies[block]) _isStale[group] = true;
    }
}
