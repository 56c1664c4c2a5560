// The least that the choices of blocks lose together, found by trying cheap changes first.
namespace BudgetSim.Allocation.Selection.Exact.Losses;

/// <summary>
/// Minimises Σ loss of options + Σ penalty of the rows over the blocks that touch them: a change of option is a move, moves come
/// by cost, and a branch ends when what it cost, with the least that can still be lost, is no better than the best found (the core of
/// Balas and Zemel 1980, enumerated). Whole numbers throughout.
/// </summary>
internal sealed class GroupFill
{
    private const int MostDepth = 300;

    private readonly LossModel _model;
    private readonly int[] _rows;
    private readonly int[] _blocks;
    private readonly int[][] _placeOfRow;
    private readonly long[] _cost;
    private readonly int[] _move;
    private readonly int[] _moveBlock;
    private readonly int[] _moveOption;
    private readonly long[] _delta;
    private readonly long[] _moveCost;
    private readonly long[] _more;
    private readonly long[] _less;
    private readonly double[] _cheapMore;
    private readonly double[] _cheapLess;
    private readonly bool[] _isTaken;
    private readonly int[] _stack;
    private readonly int[] _found;
    private readonly long[] _start;
    private readonly bool[] _mayOverflow;
    private int _moves;
    private int _depth;
    private int _foundDepth;
    private long _best;
    private long _work;
    private long _mostWork;

    /// <param name="model">The tables.</param>
    /// <param name="blocks">The open blocks that touch a row.</param>
    public GroupFill(LossModel model, int[] blocks)
    {
        int[] rows = [.. Enumerable.Range(0, model.Beyond.Length)];
        (_model, _rows, _blocks) = (model, rows, blocks);
        _placeOfRow = [.. blocks.Select(block => rows.Select(row => Array.IndexOf(model.Blocks[block].Links, row)).ToArray())];
        var most = blocks.Sum(block => model.Blocks[block].Masks.Length);
        (_cost, _move, _moveBlock, _moveOption, _moveCost) = (new long[most], new int[most], new int[most], new int[most], new long[most]);
        (_delta, _more, _less) = (new long[most * rows.Length], new long[(most + 1) * rows.Length], new long[(most + 1) * rows.Length]);
        (_cheapMore, _cheapLess) = (new double[_more.Length], new double[_more.Length]);
        (_isTaken, _stack, _found, _start) =
            (new bool[blocks.Length], new int[blocks.Length], new int[blocks.Length], new long[rows.Length]);
        Options = new int[blocks.Length];
        _mayOverflow = [.. rows.Select((_, row) => MayOverflow(row))];
    }

    /// <summary>[place in the blocks] the options of the best found.</summary>
    public int[] Options { get; }

    /// <summary>The moves tried in all.</summary>
    public long Work => _work;

    /// <summary>
    /// The least loss with its <see cref="Options"/>, <see cref="RoomPenalty.Never"/> if nothing is possible. Null when more than
    /// <paramref name="mostWork"/> moves are tried. <paramref name="allowed"/> [block] are the options that are open,
    /// <paramref name="step"/> is a first guess of the loss.
    /// </summary>
    public long? Solve(ulong[] allowed, long step, long mostWork)
    {
        _mostWork = _work + mostWork;
        var fixedCost = Prepare(allowed);
        SumMoves();
        var penalty = Penalty(_start);
        for (; ; step = step > RoomPenalty.Never / 4 ? RoomPenalty.Never : step * 4)
        {
            // What costs more than the guess is not looked at until nothing cheaper was found.
            var limit = step >= RoomPenalty.Never ? RoomPenalty.Never : fixedCost + step;
            (_best, _depth, _foundDepth) = (limit, 0, -1);
            if (fixedCost + penalty < _best) (_best, _foundDepth) = (fixedCost + penalty, 0);
            if (!Visit(0, fixedCost, _start)) return null;
            if (_foundDepth >= 0 || step >= RoomPenalty.Never) break;
        }

        for (var k = 0; k < Math.Max(0, _foundDepth); k++) Options[_moveBlock[_found[k]]] = _moveOption[_found[k]];
        return _best;
    }

    // Every block begins with its cheapest open option; the others become moves.
    private long Prepare(ulong[] allowed)
    {
        var total = 0L;
        _moves = 0;
        for (var row = 0; row < _rows.Length; row++) _start[row] = _model.Beyond[_rows[row]];
        for (var place = 0; place < _blocks.Length; place++)
        {
            var (block, least) = (_model.Blocks[_blocks[place]], -1);
            for (var option = 0; option < block.Masks.Length; option++)
                if ((allowed[_blocks[place]] >> option & 1) != 0 && (least < 0 || block.Loss[option] < block.Loss[least])) least = option;
            Options[place] = least;
            total += block.Loss[least];
            for (var row = 0; row < _rows.Length; row++) _start[row] += UseAt(place, least, row);
            for (var option = 0; option < block.Masks.Length; option++)
                if (option != least && (allowed[_blocks[place]] >> option & 1) != 0)
                    AddMove(place, option, block.Loss[option] - block.Loss[least], least);
        }

        Sort();
        return total;
    }

    private long UseAt(int place, int option, int row) =>
        _placeOfRow[place][row] is var k && k < 0 ? 0 : _model.Blocks[_blocks[place]].Use[option][k];

    // A move that costs no less than the most it can save is none.
    private void AddMove(int place, int option, long cost, int least)
    {
        var saving = 0L;
        for (var row = 0; row < _rows.Length; row++)
        {
            var delta = UseAt(place, option, row) - UseAt(place, least, row);
            _delta[(_moves * _rows.Length) + row] = delta;
            saving = Math.Min(RoomPenalty.Never, saving + MostSaving(row, delta));
        }

        if (cost >= saving) return;
        (_moveBlock[_moves], _moveOption[_moves], _cost[_moves], _move[_moves]) = (place, option, cost, _moves);
        _moves++;
    }

    private long MostSaving(int row, long delta)
    {
        if (delta < 0) return _mayOverflow[row] ? RoomPenalty.Never : 0;
        return (long)Int128.Min(RoomPenalty.Never, (Int128)_model.Penalty[_rows[row]].Price * delta);
    }

    // Whether the row can be used beyond its bound, whatever is chosen.
    private bool MayOverflow(int row)
    {
        var most = _model.Beyond[_rows[row]];
        for (var place = 0; place < _blocks.Length; place++)
            if (_placeOfRow[place][row] >= 0) most += _model.Blocks[_blocks[place]].Use.Max(use => use[_placeOfRow[place][row]]);
        return most > 0;
    }

    private void Sort()
    {
        Array.Sort(_cost, _move, 0, _moves);
        var (deltas, blocks, options, rows) =
            (_delta[..(_moves * _rows.Length)], _moveBlock[.._moves], _moveOption[.._moves], _rows.Length);
        for (var k = 0; k < _moves; k++)
        {
            (_moveCost[k], _moveBlock[k], _moveOption[k]) = (_cost[k], blocks[_move[k]], options[_move[k]]);
            Array.Copy(deltas, _move[k] * rows, _delta, k * rows, rows);
        }
    }

    // [move, row] how much the moves from this one on can add to a row and take from it, and at what least cost per unit.
    private void SumMoves()
    {
        var rows = _rows.Length;
        Array.Clear(_more, _moves * rows, rows);
        Array.Clear(_less, _moves * rows, rows);
        Array.Fill(_cheapMore, double.PositiveInfinity, _moves * rows, rows);
        Array.Fill(_cheapLess, double.PositiveInfinity, _moves * rows, rows);
        for (var k = (_moves * rows) - 1; k >= 0; k--)
        {
            (_more[k], _less[k]) = (_more[k + rows] + Math.Max(0, _delta[k]), _less[k + rows] + Math.Max(0, -_delta[k]));
            (_cheapMore[k], _cheapLess[k]) = (_cheapMore[k + rows], _cheapLess[k + rows]);
            if (_delta[k] > 0) _cheapMore[k] = Math.Min(_cheapMore[k], _moveCost[k / rows] / (double)_delta[k]);
            else if (_delta[k] < 0) _cheapLess[k] = Math.Min(_cheapLess[k], _moveCost[k / rows] / -(double)_delta[k]);
        }
    }

    private bool Visit(int first, long cost, ReadOnlySpan<long> beyond)
    {
        var rows = _rows.Length;
        Span<long> next = stackalloc long[rows];
        for (var move = first; move < _moves; move++)
        {
            var sum = cost + _moveCost[move];
            if (sum >= _best) return true;
            if (_isTaken[_moveBlock[move]]) continue;
            if (++_work > _mostWork) return false;
            var (penalty, least, toll) = (0L, 0L, 0L);
            for (var row = 0; row < rows; row++)
            {
                next[row] = beyond[row] + _delta[(move * rows) + row];
                var (limit, after) = (_model.Penalty[_rows[row]], ((move + 1) * rows) + row);
                penalty += limit.At(next[row]);
                least += next[row] > 0 ? limit.At(Math.Max(0, next[row] - _less[after])) : limit.At(Math.Min(0, next[row] + _more[after]));
                toll = Math.Max(toll, Toll(limit, next[row], next[row] > 0 ? _cheapLess[after] : _cheapMore[after]));
            }

            least = Math.Max(least, toll);
            if (sum + penalty < _best) Keep(move, sum + penalty);
            if (sum + least >= _best) continue;
            if (_depth == MostDepth) return false;
            (_isTaken[_moveBlock[move]], _stack[_depth++]) = (true, move);
            var isDone = Visit(move + 1, sum, next);
            (_isTaken[_moveBlock[move]], _depth) = (false, _depth - 1);
            if (!isDone) return false;
        }

        return true;
    }

    // What it costs at least to come back to the bound, unit by unit by moves or by the penalty; rounded down by more than doubles err.
    private static long Toll(RoomPenalty penalty, long beyond, double cheapest)
    {
        var rate = Math.Min(cheapest, beyond > 0 ? RoomPenalty.Never : penalty.Price);
        return Math.Max(0, (long)(Math.Min(rate * Math.Abs(beyond), RoomPenalty.Never) * 0.999_999_999) - 1);
    }

    private void Keep(int move, long loss)
    {
        (_best, _foundDepth) = (loss, _depth + 1);
        Array.Copy(_stack, _found, _depth);
        _found[_depth] = move;
    }

    private long Penalty(ReadOnlySpan<long> beyond)
    {
        var sum = 0L;
        for (var row = 0; row < _rows.Length; row++) sum += _model.Penalty[_rows[row]].At(beyond[row]);
        return sum;
    }
}
