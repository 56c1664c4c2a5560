// Threads the claims of each claimant through one array of links.
using System.Numerics;

namespace BudgetSim.Allocation.Settlement.Steps.State;

/// <summary>
/// The claims of one claimant, each pointing to the next in the order of the settlement. Numbers of claimants that are
/// dense index the heads directly; others are looked up by hash.
/// </summary>
internal sealed class ClaimChains
{
    private const int Nothing = 0, CrowdedFrom = 64;

    private readonly SettlementState _state;
    private readonly int[] _heads;
    private readonly int[] _links;
    private readonly bool _isDense;

    public ClaimChains(SettlementState state)
    {
        _state = state;
        _links = new int[state.Count];
        var largest = -1;
        var smallest = 0;
        for (var position = 0; position < state.Count; position++)
        {
            var claimant = state.Claim(position).Keys.Enterprise;
            largest = Math.Max(largest, claimant);
            smallest = Math.Min(smallest, claimant);
        }

        _isDense = smallest >= 0 && largest < 2L * state.Count;
        _heads = new int[_isDense ? largest + 1 : (int)BitOperations.RoundUpToPowerOf2((uint)state.Count * 2)];
        for (var index = state.Count - 1; index >= 0; index--)
            Prepend(ref _heads[Slot(state.Claim(state.At(index)).Keys.Enterprise)], state.At(index));
        foreach (var head in _heads) MarkHead(head);
    }

    /// <summary>The claimant's first claim.</summary>
    public int First(int claimant) => _heads[Slot(claimant)] - 1;

    /// <summary>The same claimant's next claim, -1 after the last.</summary>
    public int Next(int position) => _links[position] - 1;

    /// <summary>
    /// Threads the claims anew by a key from 0, and returns the first claim of each key as position + 1, 0 if there is
    /// none; a negative key is left out. The claimants' chains are gone.
    /// </summary>
    public int[] Rethread(int keys, Func<int, int> keyOf)
    {
        var heads = new int[keys];
        for (var index = _state.Count - 1; index >= 0; index--)
        {
            var position = _state.At(index);
            if (keyOf(position) is >= 0 and var key) Prepend(ref heads[key], position);
        }

        return heads;
    }

    private void Prepend(ref int head, int position)
    {
        _links[position] = head;
        head = position + 1;
    }

    private int Slot(int claimant)
    {
        if (_isDense) return claimant;
        var slot = (int)(unchecked((uint)claimant * 2654435769u) & (uint)(_heads.Length - 1));
        while (_heads[slot] != Nothing && _state.Claim(_heads[slot] - 1).Keys.Enterprise != claimant)
            slot = (slot + 1) & (_heads.Length - 1);
        return slot;
    }

    private void MarkHead(int head)
    {
        if (head != Nothing) _state.Mark(head - 1, ClaimMark.First);
        var count = 0;
        for (var position = head - 1; position >= 0 && count <= CrowdedFrom; position = Next(position)) count++;
        for (var position = head - 1; position >= 0 && count > CrowdedFrom; position = Next(position))
            _state.Mark(position, ClaimMark.Crowded);
    }
}
