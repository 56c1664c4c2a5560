// Which claims of one claimant can change what another of them is paid.
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement.Steps.Lanes;

/// <summary>
/// Sets of claims, by their place in a list of the claimant's live claims, that share a ceiling which may bind, principal, a loan, the
/// money of an uplift, or add only the difference to each other. Claims that no chain of such sets joins are paid independently of each
/// other.
/// </summary>
internal sealed class LaneTies
{
    private enum Kind
    {
        Ceiling,
        Principal,
        Loan,
        Uplift,
        TopUp,
    }

    private readonly Dictionary<(Kind, CapScope, CapHolder), List<int>> _sharing = [];
    private readonly SettlementState _state;
    private readonly List<int> _claims;

    private LaneTies(SettlementState state, List<int> claims)
    {
        (_state, _claims) = (state, claims);
        var toppedUp = claims.SelectMany(position => state.Terms(position).TopsUp).ToHashSet();
        for (var claim = 0; claim < claims.Count; claim++)
            if (state.Claim(claims[claim]).State == ClaimState.Known) Note(claim, toppedUp);
    }

    /// <summary>The sets of two claims or more.</summary>
    public static IEnumerable<List<int>> Of(SettlementState state, List<int> claims)
    {
        var ties = new LaneTies(state, claims);
        return ties._sharing
            .Where(entry => entry.Value.Count > 1 && (entry.Key.Item1 != Kind.Ceiling || ties.MayBind(entry.Key.Item2, entry.Value)))
            .Select(entry => entry.Value);
    }

    private void Note(int claim, HashSet<int> toppedUp)
    {
        var position = _claims[claim];
        var (facts, terms) = (_state.Claim(position), _state.Terms(position));
        foreach (var cap in terms.Caps)
        {
            if (cap.IsJoint) continue;
            Add(Kind.Ceiling, cap.Scope, CapHolder.Of(cap.Scope, cap.RenewsYearly, facts, position), claim);
            if (terms.UpliftCapsPerProject)
                Add(Kind.Ceiling, CapScope.Project, CapHolder.Of(CapScope.Project, cap.RenewsYearly, facts, position), claim);
        }

        if (facts.Principal is not null) Add(Kind.Principal, default, default, claim);
        if (facts.Keys.Loan >= 0 && _state.TakesPart(position, ExclusionKey.Loan))
            Add(Kind.Loan, default, new CapHolder(facts.Keys.Loan, 0), claim);
        if (facts.UpliftPot.Pot >= 0 && facts.UpliftFactor != Fraction.One)
            Add(Kind.Uplift, default, new CapHolder(facts.UpliftPot.Pot, 0), claim);
        foreach (var measure in terms.TopsUp) Add(Kind.TopUp, default, new CapHolder(measure, 0), claim);
        if (toppedUp.Contains(facts.Measure)) Add(Kind.TopUp, default, new CapHolder(facts.Measure, 0), claim);
    }

    private void Add(Kind kind, CapScope scope, CapHolder holder, int claim)
    {
        if (!_sharing.TryGetValue((kind, scope, holder), out var claims)) _sharing.Add((kind, scope, holder), claims = []);
        if (claims.Count == 0 || claims[^1] != claim) claims.Add(claim);
    }

    // Not where the room of each is enough for all of them, whatever is granted.
    private bool MayBind(CapScope scope, List<int> claims)
    {
        var sum = Fraction.Zero;
        var least = Fraction.Of(long.MaxValue, 1);
        foreach (var claim in claims)
        {
            var (facts, terms) = (_state.Claim(_claims[claim]), _state.Terms(_claims[claim]));
            if (terms.UpliftCapsPerProject) return true;
            var gross = facts.Principal is { } principal ? principal.AwardPerYuan * principal.Amount : facts.Gross;
            sum += Fraction.Max(Worth.Base(terms, facts, gross) + Worth.Extra(terms, facts, gross), _state.WorthOf(_claims[claim]));
            for (var cap = 0; cap < terms.Caps.Count; cap++)
                if (terms.Caps[cap].Scope == scope) least = Fraction.Min(least, facts.Caps[cap].Amount - facts.Caps[cap].Used);
        }

        return sum > least;
    }
}
