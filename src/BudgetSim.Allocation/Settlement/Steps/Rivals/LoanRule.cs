// Step 5: one loan is subsidised once, by the higher of rival measures.
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement.Steps.Rivals;

/// <summary>Finds the claims of a claimant that must go because another one subsidises the same loan.</summary>
internal sealed class LoanRule
{
    private readonly SettlementState _state;
    private readonly bool _isNeeded;
    private readonly RivalContest _contest;
    private readonly List<long> _loans = [];
    private readonly List<int> _claims = [];
    private readonly List<int> _rivals = [];

    public LoanRule(SettlementState state)
    {
        _state = state;
        _isNeeded = Rival.Has(state.Input.Measures, ExclusionKey.Loan);
        _contest = new RivalContest(state, (a, b) => Rival.AreExclusive(state, a, b, ExclusionKey.Loan));
    }

    /// <summary>
    /// Decides every loan of the claimant whose first claim is <paramref name="first"/>, among claims without the mark
    /// <paramref name="outside"/>.
    /// </summary>
    public void Decide(int first, ClaimMark outside, Action<int, int> drop)
    {
        if (!_isNeeded) return;
        Collect(first, outside);
        if (_claims.Count < 2) return;
        _loans.Sort();
        for (var from = 0; from < _loans.Count;)
        {
            _rivals.Clear();
            var loan = _loans[from] >> 32;
            for (; from < _loans.Count && _loans[from] >> 32 == loan; from++) _rivals.Add(_claims[(int)(_loans[from] & int.MaxValue)]);
            _contest.Decide(_rivals, drop);
        }
    }

    // The loan above, the place among the claims below: sorted, rivals stand together and in order.
    private void Collect(int first, ClaimMark outside)
    {
        _loans.Clear();
        _claims.Clear();
        for (var position = first; position >= 0; position = _state.Chains.Next(position))
        {
            var loan = _state.Claim(position).Keys.Loan;
            if (loan < 0 || _state.Has(position, outside) || !_state.TakesPart(position, ExclusionKey.Loan) || !_state.IsLive(position))
                continue;
            _loans.Add(((long)loan << 32) | (uint)_claims.Count);
            _claims.Add(position);
        }
    }
}
