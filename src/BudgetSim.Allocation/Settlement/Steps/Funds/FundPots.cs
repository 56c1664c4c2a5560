// Sorts the claims on every fund into the pots of its years.
using BudgetSim.Allocation.Settlement.Steps.State;

namespace BudgetSim.Allocation.Settlement.Steps.Funds;

/// <summary>
/// For each fund one pot per year with an appropriation of its own and one for all other years. Where exact amounts go
/// before ceilings each pot holds the two apart; under every other rule they stand together, in order.
/// </summary>
internal sealed class FundPots
{
    private readonly SettlementState _state;
    private readonly List<(int Year, long Yuan)>[] _dated;
    private readonly int[] _firstPot;
    private readonly int[] _heads;

    public FundPots(SettlementState state)
    {
        _state = state;
        var funds = state.Input.Funds.Count;
        _dated = new List<(int, long)>[funds];
        for (var fund = 0; fund < funds; fund++) _dated[fund] = [];
        foreach (var appropriation in state.Input.Appropriations)
            if (appropriation.Year is { } year) _dated[appropriation.Fund].Add((year, appropriation.Yuan));
        _firstPot = new int[funds + 1];
        for (var fund = 0; fund < funds; fund++) _firstPot[fund + 1] = _firstPot[fund] + (2 * (_dated[fund].Count + 1));
        _heads = state.Chains.Rethread(_firstPot[funds], PotOf);
    }

    /// <summary>The years with money of their own.</summary>
    public IReadOnlyList<(int Year, long Yuan)> Dated(int fund) => _dated[fund];

    /// <summary>The money for all other years; null if none is entered.</summary>
    public Appropriation? Undated(int fund)
    {
        foreach (var appropriation in _state.Input.Appropriations)
            if (appropriation.Fund == fund && appropriation.Year is null) return appropriation;
        return null;
    }

    public ShortageRule RuleOf(int fund) => _state.Input.Funds[fund].Shortage;

    /// <summary>Whether a claim falls to the pot of <paramref name="year"/>; null: of all other years.</summary>
    public bool Any(int fund, int? year) => Exact(fund, year).First >= 0 || Ceilings(fund, year).First >= 0;

    /// <summary>The pot's exact amounts, or all of its claims if they stand together.</summary>
    public FundClaims Exact(int fund, int? year) => new(_state, _heads[Pot(fund, year)]);

    /// <summary>The pot's ceilings where they stand apart.</summary>
    public FundClaims Ceilings(int fund, int? year) => new(_state, _heads[Pot(fund, year) + 1]);

    private int PotOf(int position)
    {
        var terms = _state.Terms(position);
        if (terms.Fund < 0 || terms.Fund >= _dated.Length || !terms.IsOutlay || _state.Awards[position].IsUndetermined) return -1;
        return Pot(terms.Fund, _state.Claim(position).Year)
            + (terms.IsCeiling && RuleOf(terms.Fund) == ShortageRule.ProRataCeilings ? 1 : 0);
    }

    private int Pot(int fund, int? year)
    {
        var dated = _dated[fund];
        var place = dated.Count;
        for (var index = 0; index < dated.Count; index++)
            if (dated[index].Year == year) place = index;
        return _firstPot[fund] + (2 * place);
    }
}
