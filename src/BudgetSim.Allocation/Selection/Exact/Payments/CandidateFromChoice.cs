// Pays a fixed choice as well as possible in whole yuan and checks it.
using System.Numerics;
using BudgetSim.Allocation.Selection.Exact.Blocks;
using BudgetSim.Allocation.Selection.Exact.Programs;

namespace BudgetSim.Allocation.Selection.Exact.Payments;

/// <summary>
/// Awards for a fixed choice of a component: a flow where the limits form two families (then they are the best), else the
/// rounded-down guess filled up in the order of worth (then they are merely good).
/// </summary>
internal sealed class CandidateFromChoice
{
    private readonly SearchSpace _space;
    private readonly Lazy<AwardFamilies?> _families;
    private readonly Lazy<List<int>?[]> _plainRowsOf;
    private readonly long[] _worth;
    private readonly ProgramRow[] _rows;
    private readonly int[] _placeOf;

    public CandidateFromChoice(SearchSpace space, Lazy<AwardFamilies?> families, long[] worth)
    {
        (_space, _families, _worth) = (space, families, worth);
        Items = ItemsOf(space);
        _placeOf = new int[space.Blocks.Program.Size];
        Array.Fill(_placeOf, -1);
        for (var k = 0; k < Items.Length; k++) _placeOf[Items[k]] = k;
        _rows = RowsOf(space);
        _plainRowsOf = new Lazy<List<int>?[]>(PlainRows);
    }

    /// <summary>The component's items, block after block.</summary>
    public int[] Items { get; }

    /// <summary>Whether the awards are the best for their choice.</summary>
    public bool IsExact => _families.Value is not null;

    /// <summary>
    /// The candidate, or null when the choice cannot be paid; <paramref name="guess"/> [place in items] helps where it is not a flow.
    /// </summary>
    public Candidate? Of(ulong[] masks, double[]? guess, bool favourFirst = false)
    {
        var awards = new long[Items.Length];
        var chosen = new List<int>(Items.Length);
        VisitChosen(masks, chosen.Add);
        int[] places = [.. chosen.OrderBy(place => Items[place])];
        var paid = _families.Value is { } families
            ? AwardFlow.Solve(families, [.. places.Select(place => Items[place])], _space.Lower, _space.Upper, _worth, favourFirst)
            : FillUp(places, guess);
        if (paid is null) return null;
        for (var k = 0; k < places.Length; k++) awards[places[k]] = paid[k];
        return IsFeasible(masks, awards) ? new Candidate(masks, awards, Objective(masks, awards)) : null;
    }

    /// <summary>Whether every item is paid whole or not at all.</summary>
    public bool IsFixed => Array.TrueForAll(Items, item => _space.Lower[item] == _space.Upper[item]);

    /// <summary>Whether <see cref="Priced"/> can be asked.</summary>
    public bool HasPrices => IsFixed || IsExact;

    /// <summary>
    /// The candidate with whole prices [link] that prove it to be the best for its choice, 0 where nothing can be paid in part; null when
    /// the choice cannot be paid.
    /// </summary>
    public Candidate? Priced(ulong[] masks, out Int128[] prices)
    {
        var blocks = _space.Blocks;
        prices = new Int128[blocks.Links.Length];
        if (_families.Value is not { } families || IsFixed) return Of(masks, null);
        var chosen = new List<int>(Items.Length);
        VisitChosen(masks, chosen.Add);
        var rowPrices = new long[families.Rows.Length];
        if (AwardFlow.Solve(
                families,
                [.. chosen.Select(place => Items[place])],
                _space.Lower,
                _space.Upper,
                blocks.Program.PerYuan,
                favourFirst: false,
                rowPrices) is not { } paid)
            return null;
        for (var row = 0; row < rowPrices.Length; row++)
            if (LinkOf(families.Rows[row]) is var link && link >= 0) prices[link] = rowPrices[row];
        var awards = new long[Items.Length];
        for (var k = 0; k < chosen.Count; k++) awards[chosen[k]] = paid[k];
        return IsFeasible(masks, awards) ? new Candidate(masks, awards, Objective(masks, awards)) : null;
    }

    /// <summary>
    /// A quick candidate: each item in turn takes what its limits leave. Null where rows count more than awards, or where the
    /// choice cannot be paid.
    /// </summary>
    public Candidate? InOrder(ulong[] masks)
    {
        foreach (var link in _space.Links)
            if (!_space.Blocks.Links[link].IsPlainSum) return null;
        var fill = new FillInOrder(_space);
        var awards = new long[Items.Length];
        return fill.Pay(masks, awards) ? new Candidate(masks, awards, Objective(masks, awards)) : null;
    }

    /// <summary>The stage's objective.</summary>
    public Int128 Objective(ulong[] masks, long[] awards)
    {
        var program = _space.Blocks.Program;
        Int128 sum = 0;
        var first = 0;
        for (var k = 0; k < masks.Length; k++)
        {
            for (var bits = masks[k]; bits != 0; bits &= bits - 1)
            {
                var place = first + BitOperations.TrailingZeroCount(bits);
                sum += ((Int128)program.PerYuan[Items[place]] * awards[place]) + program.PerChoice[Items[place]];
            }

            first += _space.Blocks.SizeOf(_space.Members[k]);
        }

        return sum;
    }

    private int LinkOf(ProgramRow row)
    {
        foreach (var link in _space.Links)
            if (ReferenceEquals(_space.Blocks.Links[link], row)) return link;
        return -1;
    }

    private static int[] ItemsOf(SearchSpace space)
    {
        var items = new int[space.Members.Sum(space.Blocks.SizeOf)];
        var first = 0;
        foreach (var block in space.Members)
        {
            space.Blocks.ItemsOf(block).CopyTo(items.AsSpan(first));
            first += space.Blocks.SizeOf(block);
        }

        return items;
    }

    private ProgramRow[] RowsOf(SearchSpace space)
    {
        var rows = new List<ProgramRow>();
        foreach (var row in space.Blocks.Program.Rows)
            if (_placeOf[row.Items[0]] >= 0) rows.Add(row);
        foreach (var link in space.Links)
            if (space.Blocks.Links[link].Name.Length == 0) rows.Add(space.Blocks.Links[link]);
        return [.. rows];
    }

    private void VisitChosen(ulong[] masks, Action<int> visit)
    {
        var first = 0;
        for (var k = 0; k < masks.Length; k++)
        {
            for (var bits = masks[k]; bits != 0; bits &= bits - 1) visit(first + BitOperations.TrailingZeroCount(bits));
            first += _space.Blocks.SizeOf(_space.Members[k]);
        }
    }

    private bool IsFeasible(ulong[] masks, long[] awards)
    {
        var chosen = new bool[Items.Length];
        VisitChosen(masks, place => chosen[place] = true);
        foreach (var row in _rows)
        {
            Int128 used = 0;
            for (var k = 0; k < row.Items.Length; k++)
            {
                var place = _placeOf[row.Items[k]];
                if (chosen[place]) used += (Int128)row.Factor(k) * (row.OnAwards ? awards[place] : 1);
            }

            if (used > row.Bound) return false;
        }

        return true;
    }

    private List<int>?[] PlainRows()
    {
        var rowsOf = new List<int>?[Items.Length];
        for (var row = 0; row < _rows.Length; row++)
        {
            if (!_rows[row].IsPlainSum) continue;
            foreach (var item in _rows[row].Items) (rowsOf[_placeOf[item]] ??= []).Add(row);
        }

        return rowsOf;
    }

    private long[]? FillUp(int[] places, double[]? guess)
    {
        var room = new long[_rows.Length];
        for (var row = 0; row < room.Length; row++) room[row] = _rows[row].IsPlainSum ? _rows[row].Bound : 0;
        var paid = new long[places.Length];
        for (var k = 0; k < places.Length; k++) paid[k] = Pay(places[k], _space.Lower[Items[places[k]]], room);
        if (Array.Exists(room, left => left < 0)) return null;
        for (var k = 0; k < places.Length; k++)
            if (guess is not null)
                paid[k] += Pay(
                    places[k], Math.Min(Room(places[k], room, paid[k]), (long)Math.Floor(guess[places[k]] + 1e-6) - paid[k]), room);
        foreach (var k in Enumerable.Range(0, places.Length).OrderByDescending(k => _worth[Items[places[k]]]))
            if (_worth[Items[places[k]]] > 0) paid[k] += Pay(places[k], Room(places[k], room, paid[k]), room);
        return paid;
    }

    private long Room(int place, long[] room, long paid)
    {
        var most = _space.Upper[Items[place]] - paid;
        foreach (var row in _plainRowsOf.Value[place] ?? []) most = Math.Min(most, room[row]);
        return most;
    }

    private long Pay(int place, long amount, long[] room)
    {
        if (amount <= 0) return 0;
        foreach (var row in _plainRowsOf.Value[place] ?? []) room[row] -= amount;
        return amount;
    }
}
