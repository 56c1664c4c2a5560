// Step 6: the principal that earlier claims left, and the formula on it.
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement.Steps.Ceilings;

/// <summary>Takes subsidised principal claim by claim, in order.</summary>
internal sealed class PrincipalPass
{
    private const int LookAhead = 8;

    private readonly SettlementState _state;
    private readonly Ledger _ledger;
    private readonly Dictionary<int, Fraction> _cut = [];

    public PrincipalPass(SettlementState state, ClaimMark outside)
    {
        _state = state;
        _ledger = new Ledger(state, LedgerKind.Principal, TakenBy) { Outside = outside };
    }

    /// <summary>Forgets what was taken.</summary>
    public void Clear()
    {
        _ledger.Clear();
        _cut.Clear();
    }

    /// <summary>
    /// The formula of a claim on the principal that is left, which it takes; to be asked once for each claim, in order. A loan
    /// that is worth no subsidy uses no principal.
    /// </summary>
    public Fraction Gross(int position)
    {
        var claim = _state.Claim(position);
        if (claim.Principal is not { } principal) return claim.Gross;
        var left = Left(position, principal);
        if (!_state.IsLive(position)) return Worth.Gross(claim, left);
        _ledger.Note(position, left);
        if (left != principal.Amount && MayBeAsked(position)) _cut[position] = left;
        return Worth.Gross(claim, left);
    }

    private Fraction Left(int position, PrincipalClaim principal)
    {
        var left = principal.Amount;
        var caps = _state.Terms(position).PrincipalCaps;
        for (var cap = 0; cap < caps.Count; cap++)
        {
            var room = principal.Caps[cap];
            left = Fraction.Min(left, room.Amount - room.Used - _ledger.Used(caps[cap], position));
        }

        return Fraction.Max(left, Fraction.Zero);
    }

    // Whether a later claim of the claimant has a principal too, as far as is worth looking.
    private bool MayBeAsked(int position)
    {
        var later = _state.Chains.Next(position);
        for (var steps = 0; steps < LookAhead && later >= 0; steps++, later = _state.Chains.Next(later))
        {
            if (_state.Claim(later).Principal is not null) return true;
        }

        return later >= 0;
    }

    private Fraction TakenBy(int position)
    {
        if (_state.Claim(position).Principal is not { } principal || !_state.IsLive(position)) return Fraction.Zero;
        return _cut.TryGetValue(position, out var left) ? left : principal.Amount;
    }
}
