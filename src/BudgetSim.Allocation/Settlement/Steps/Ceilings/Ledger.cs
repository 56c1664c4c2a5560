// Tells what earlier claims of the settlement used of each ceiling.
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement.Steps.Ceilings;

/// <summary>Which ceilings of a measure a ledger is about.</summary>
internal enum LedgerKind
{
    Money,
    Principal,
}

/// <summary>
/// Amounts used, by measure, scope and object. What claims of the same claimant used is added up from its earlier
/// claims through <paramref name="amountOf"/>; sums are kept only for ceilings that many claimants share and for a claimant with very many
/// claims.
/// </summary>
internal sealed class Ledger(SettlementState state, LedgerKind kind, Func<int, Fraction> amountOf)
{
    private readonly record struct Line(int Measure, CapScope Scope, CapHolder Holder);

    private Dictionary<Line, Fraction>? _sums;

    /// <summary>The mark of the claims that do not count.</summary>
    public ClaimMark Outside { get; set; } = ClaimMark.Dropped;

    /// <summary>Forgets everything.</summary>
    public void Clear() => _sums?.Clear();

    /// <summary>What the drawers of a ceiling of the claim's measure used of it for the claim's object.</summary>
    public Fraction Used(CapTerms cap, int position)
    {
        var claim = state.Claim(position);
        var scope = ScopeOf(cap, position);
        var holder = CapHolder.Of(scope, cap.RenewsYearly, claim, position);
        if (KeepsSum(scope, claim, position)) return Sum(cap.Drawers, scope, holder);
        var used = Fraction.Zero;
        for (var earlier = state.Chains.First(claim.Keys.Enterprise); earlier != position; earlier = state.Chains.Next(earlier))
        {
            if (Counts(earlier) && Contains(cap.Drawers, state.Claim(earlier).Measure) && Draws(earlier, scope, holder))
                used += amountOf(earlier);
        }

        return used;
    }

    /// <summary>Notes that the claim used <paramref name="amount"/> of each of its measure's ceilings.</summary>
    public void Note(int position, Fraction amount)
    {
        var caps = CapsOf(position);
        for (var index = 0; index < caps.Count; index++)
        {
            var scope = ScopeOf(caps[index], position);
            var claim = state.Claim(position);
            if (!KeepsSum(scope, claim, position)) continue;
            var holder = CapHolder.Of(scope, caps[index].RenewsYearly, claim, position);
            if (IsNoted(caps, index, position, scope, holder)) continue;
            _sums ??= [];
            var line = new Line(claim.Measure, scope, holder);
            _sums[line] = _sums.GetValueOrDefault(line) + amount;
        }
    }

    private Fraction Sum(IReadOnlyList<int> drawers, CapScope scope, CapHolder holder)
    {
        var sum = Fraction.Zero;
        for (var index = 0; index < drawers.Count && _sums is not null; index++)
            sum += _sums.GetValueOrDefault(new Line(drawers[index], scope, holder));
        return sum;
    }

    private bool Counts(int position) => !state.Has(position, Outside) && state.Claim(position).State == ClaimState.Known;

    private bool Draws(int position, CapScope scope, CapHolder holder)
    {
        var caps = CapsOf(position);
        for (var index = 0; index < caps.Count; index++)
        {
            if (ScopeOf(caps[index], position) == scope
                    && CapHolder.Of(scope, caps[index].RenewsYearly, state.Claim(position), position) == holder)
                return true;
        }

        return false;
    }

    // Two ceilings of one scope read the same ledger line: it is written once.
    private bool IsNoted(IReadOnlyList<CapTerms> caps, int index, int position, CapScope scope, CapHolder holder)
    {
        for (var earlier = 0; earlier < index; earlier++)
        {
            if (ScopeOf(caps[earlier], position) == scope
                    && CapHolder.Of(scope, caps[earlier].RenewsYearly, state.Claim(position), position) == holder)
                return true;
        }

        return false;
    }

    private IReadOnlyList<CapTerms> CapsOf(int position) =>
        kind == LedgerKind.Money ? state.Terms(position).CapArray : state.Terms(position).PrincipalCaps;

    // An uplifted claim may have its enterprise ceilings counted per project.
    private CapScope ScopeOf(CapTerms cap, int position) =>
        kind == LedgerKind.Money && cap.Scope is CapScope.EnterpriseYear or CapScope.EnterpriseLifetime
            && state.Terms(position).UpliftCapsPerProject && state.Claim(position).UpliftFactor != Fraction.One
            ? CapScope.Project
            : cap.Scope;

    private bool KeepsSum(CapScope scope, Claim claim, int position) =>
        scope == CapScope.ProgrammeYear || (scope == CapScope.Group && kind == LedgerKind.Principal)
            || (scope == CapScope.Park && claim.Keys.Park >= 0) || (scope != CapScope.Group && state.Has(position, ClaimMark.Crowded));

    private static bool Contains(IReadOnlyList<int> drawers, int measure)
    {
        for (var index = 0; index < drawers.Count; index++)
        {
            if (drawers[index] == measure) return true;
        }

        return false;
    }
}
