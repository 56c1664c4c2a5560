// The claims of the firms that may exceed their cap, firm by firm.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BudgetSim.Simulation.Vector;

/// <summary>Claims grouped by firm in a sparse set: clearing it costs nothing, whatever the number of firms.</summary>
internal sealed class SuspectFirms
{
    private readonly int[] _slotOfFirm;
    private readonly List<int> _firmOfSlot = [];
    private readonly List<(int Slot, int Claim)> _claims = [];
    private readonly List<int> _starts = [];
    private int[] _grouped = new int[256];
    private long[] _awards = new long[64], _parts = new long[64];

    internal SuspectFirms(int firms) => _slotOfFirm = new int[firms];

    /// <summary>Notes a claim of a firm; claims come in rising order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(int firm, int claim)
    {
        var slot = _slotOfFirm[firm];
        if (slot >= _firmOfSlot.Count || _firmOfSlot[slot] != firm)
        {
            _slotOfFirm[firm] = slot = _firmOfSlot.Count;
            _firmOfSlot.Add(firm);
        }

        _claims.Add((slot, claim));
    }

    /// <summary>Forgets everything.</summary>
    internal void Clear()
    {
        _firmOfSlot.Clear();
        _claims.Clear();
    }

    /// <summary>Cuts each firm whose awards exceed <paramref name="cap"/> pro rata to it, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void CutAbove(long cap, ClaimBuffer claims, Span<long> sums, Action<int, long>? cut)
    {
        GroupBySlot();
        for (var slot = 0; slot < _firmOfSlot.Count; slot++)
            CutFirm(cap, _grouped.AsSpan(_starts[slot], _starts[slot + 1] - _starts[slot]), claims, sums, cut);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CutFirm(long cap, ReadOnlySpan<int> members, ClaimBuffer claims, Span<long> sums, Action<int, long>? cut)
    {
        if (_awards.Length < members.Length) (_awards, _parts) = (new long[members.Length * 2], new long[members.Length * 2]);
        var awards = _awards.AsSpan(0, members.Length);
        var parts = _parts.AsSpan(0, members.Length);
        var total = 0L;
        for (var i = 0; i < members.Length; i++) total += awards[i] = (long)claims.Awards[members[i]];
        if (total <= cap) return;
        ProRata.Cut(awards, cap, parts);
        var measure = 0;
        for (var i = 0; i < members.Length; i++)
        {
            while (claims.Starts[measure + 1] <= members[i]) measure++;
            sums[measure] -= awards[i] - parts[i];
            cut?.Invoke(members[i], parts[i]);
        }
    }

    // Counting sort: claims keep their order within a firm.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GroupBySlot()
    {
        if (_grouped.Length < _claims.Count) _grouped = new int[_claims.Count * 2];
        _starts.Clear();
        CollectionsMarshal.SetCount(_starts, _firmOfSlot.Count + 2);
        var starts = CollectionsMarshal.AsSpan(_starts);
        starts.Clear();
        foreach (var (slot, _) in _claims) starts[slot + 2]++;
        for (var slot = 2; slot < starts.Length; slot++) starts[slot] += starts[slot - 1];
        foreach (var (slot, claim) in _claims) _grouped[starts[slot + 1]++] = claim;
    }
}
