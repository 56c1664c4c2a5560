// Ceilings and payers that are the same for every claim of a measure, translated once.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Policy.Entitlements;
using Room = BudgetSim.Allocation.Settlement.Room;

namespace BudgetSim.Simulation.Settlement;

/// <summary>Remembers the last list of one measure; threads that meet here only translate it twice.</summary>
internal sealed class SharedTerms
{
    private Translated<Policy.Entitlements.Room, Room>? _rooms;
    private Translated<PaidShare, ClaimPayer>? _payers;

    public Room[] Rooms(IReadOnlyList<Policy.Entitlements.Room> rooms)
    {
        if (_rooms is { } last && ReferenceEquals(last.From, rooms)) return last.To;
        var converted = Convert(rooms);
        _rooms = new(rooms, converted);
        return converted;
    }

    public ClaimPayer[] Payers(IReadOnlyList<PaidShare> shares, LibraryTerms terms)
    {
        if (_payers is { } last && ReferenceEquals(last.From, shares)) return last.To;
        var payers = new ClaimPayer[shares.Count];
        for (var index = 0; index < payers.Length; index++)
            payers[index] = new ClaimPayer(terms.PayerIndex(shares[index].Payer), shares[index].Share);
        _payers = new(shares, payers);
        return payers;
    }

    public static Room[] Convert(IReadOnlyList<Policy.Entitlements.Room> rooms)
    {
        if (rooms.Count == 0) return [];
        var converted = new Room[rooms.Count];
        for (var index = 0; index < converted.Length; index++) converted[index] = new Room(rooms[index].Amount, rooms[index].Used);
        return converted;
    }

    private sealed record Translated<TFrom, TTo>(IReadOnlyList<TFrom> From, TTo[] To);
}
