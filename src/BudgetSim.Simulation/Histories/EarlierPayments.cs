// What was paid before the claims that are settled, told as the history facts that the fixed steps of an assessment read.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Simulation.Histories;

/// <summary>
/// The payments of earlier years by measure. A payment counts for a claim of its own year and of later ones; a ceiling that renews counts
/// those of the claim's year only.
/// </summary>
public sealed class EarlierPayments
{
    private readonly LibraryTerms _terms;
    private readonly ILookup<int, EarlierPayment> _byMeasure;

    /// <summary>Payments under the measures of <paramref name="terms"/>, in any order.</summary>
    public EarlierPayments(LibraryTerms terms, IReadOnlyCollection<EarlierPayment> payments)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(payments);
        (_terms, Count) = (terms, payments.Count);
        _byMeasure = payments.ToLookup(payment => payment.Measure);
    }

    /// <summary>How many payments there are.</summary>
    public int Count { get; }

    /// <summary>The same payments under the rules of another library with the same measures.</summary>
    public EarlierPayments Under(LibraryTerms terms) => new(terms, [.. _byMeasure.SelectMany(payments => payments)]);

    /// <summary>
    /// Every history fact of a claim with its value, by vocabulary name; the frame says the words by which the claim is paid once.
    /// </summary>
    public IEnumerable<(string Name, Value Value)> FactsOf(int measure, ClaimKeys keys, int year, Value[] frame)
    {
        var compiled = _terms.Compiled[measure];
        var rule = compiled.Measure;
        if (rule.IsFirstTime || rule.OnceKeys.Count > 0)
            yield return (FactNames.AlreadyPaid, Value.Of(IsUsedUp(measure, keys, year, compiled.OnceAttributes(frame))));
        if (rule.Exclusions.Count > 0)
            yield return (FactNames.ExclusiveAwardTaken, Value.Of(rule.Exclusions.Any(exclusion => IsTaken(exclusion, keys, year))));
        if (rule.TopUp is { } topUp)
            yield return (FactNames.OtherLevelAwardPaid,
                Value.Of(Sum(
                    topUp.With, payment => payment.Yuan, payment => payment.Year <= year && IsSameItemOrClaimant(payment.Keys, keys))));
        foreach (var scope in rule.Caps.Where(cap => FactNames.Paid(cap.Per) is not null).GroupBy(cap => FactNames.Paid(cap.Per)!))
            yield return (scope.Key,
                Value.Of(scope.Select(cap => Used(measure, cap.Per, cap.RenewsYearly, cap.SharedWith, payment => payment.Yuan, keys, year))
                    .Aggregate(Fraction.Max)));
        foreach (var scope in rule.PrincipalCaps.GroupBy(cap => FactNames.PrincipalSubsidised(cap.Per)))
            yield return (scope.Key,
                Value.Of(scope
                    .Select(cap => Used(measure, cap.Per, renewsYearly: false, cap.SharedWith, payment => payment.Principal, keys, year))
                    .Aggregate(Fraction.Max)));
    }

    private bool IsUsedUp(int measure, ClaimKeys keys, int year, string words)
    {
        var (compiled, terms) = (_terms.Compiled[measure], _terms.Measures[measure]);
        var isFirstTime = compiled.Measure.IsFirstTime;
        if (isFirstTime && !compiled.PaysFirstYearOnly) return false;
        return _byMeasure[measure].Any(payment => payment.Year <= year && payment.OnceWords == words
            && (isFirstTime ? payment.Keys.Enterprise == keys.Enterprise : terms.OnceKeys.All(key => AreSame(key, payment, keys, year))));
    }

    // As between two claims: a missing item falls back to the project, and what names no object repeats nothing.
    private static bool AreSame(OnceKey key, EarlierPayment payment, ClaimKeys keys, int year) => key switch
    {
        OnceKey.Enterprise => payment.Keys.Enterprise == keys.Enterprise,
        OnceKey.Item => IsSameItem(payment.Keys, keys),
        OnceKey.Project => IsSame(payment.Keys.Project, keys.Project),
        OnceKey.Event => IsSame(payment.Keys.Event, keys.Event),
        OnceKey.Park => IsSame(payment.Keys.Park, keys.Park),
        OnceKey.Year => payment.Year == year,
        _ => true,
    };

    private bool IsTaken(Exclusion exclusion, ClaimKeys keys, int year) =>
        Known(exclusion.With).Any(other => _byMeasure[other].Any(payment =>
            payment.Year <= year && payment.Keys.Enterprise == keys.Enterprise && exclusion.Key switch
            {
                ExclusionKey.EnterpriseYear => payment.Year == year,
                ExclusionKey.ProjectYear => payment.Year == year && IsSame(payment.Keys.Project, keys.Project),
                ExclusionKey.Project => IsSame(payment.Keys.Project, keys.Project),
                ExclusionKey.Loan => IsSame(payment.Keys.Loan, keys.Loan),
                ExclusionKey.Standard => IsSame(payment.Keys.Item, keys.Item),
                _ => IsSameItem(payment.Keys, keys),
            }));

    private Fraction Used(
        int measure,
        CapScope scope,
        bool renewsYearly,
        IReadOnlyList<string> sharedWith,
        Func<EarlierPayment, Fraction> amount,
        ClaimKeys keys,
        int year)
    {
        var ofTheYear = renewsYearly || scope is CapScope.EnterpriseYear or CapScope.ProgrammeYear;
        return Sum(
            [_terms.Compiled[measure].Measure.Id, .. sharedWith],
            amount,
            payment => (ofTheYear ? payment.Year == year : payment.Year <= year) && AreSame(scope, payment.Keys, keys));
    }

    private static bool AreSame(CapScope scope, ClaimKeys paid, ClaimKeys keys) => scope switch
    {
        CapScope.ProgrammeYear => true,
        CapScope.Park => keys.Park >= 0 ? paid.Park == keys.Park : paid.Enterprise == keys.Enterprise,
        CapScope.Item => paid.Enterprise == keys.Enterprise && IsSameItem(paid, keys),
        CapScope.Project => paid.Enterprise == keys.Enterprise && IsSame(paid.Project, keys.Project),
        CapScope.Event => paid.Enterprise == keys.Enterprise && IsSame(paid.Event, keys.Event),
        _ => paid.Enterprise == keys.Enterprise,
    };

    private Fraction Sum(IEnumerable<string> measures, Func<EarlierPayment, Fraction> amount, Func<EarlierPayment, bool> counts) =>
        Known(measures.Distinct()).SelectMany(other => _byMeasure[other])
            .Where(counts)
            .Aggregate(Fraction.Zero, (sum, payment) => sum + amount(payment));

    private IEnumerable<int> Known(IEnumerable<string> measures) =>
        measures.Where(id => _terms.Library.Find(id) is not null).Select(_terms.IndexOf);

    private static bool IsSame(int paid, int claimed) => claimed >= 0 && paid == claimed;

    private static bool IsSameItem(ClaimKeys paid, ClaimKeys keys) =>
        keys.Item >= 0 && paid.Item >= 0 ? paid.Item == keys.Item : IsSame(paid.Project, keys.Project);

    private static bool IsSameItemOrClaimant(ClaimKeys paid, ClaimKeys keys) =>
        paid.Enterprise == keys.Enterprise && (keys.Item < 0 || paid.Item < 0 || paid.Item == keys.Item);
}
