// Tells claims by name what was paid for them before.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Histories;

namespace BudgetSim.Simulation.Settlement;

/// <summary>A payment of an earlier year, or earlier in the year, with what it was paid for by name; amounts in yuan.</summary>
public sealed record NamedPayment(string Measure, int Year, ClaimObjects Objects, Fraction Yuan, Fraction Principal, string? OnceWords)
{
    /// <summary>The same payment with numbers for the names.</summary>
    public EarlierPayment Numbered(LibraryTerms terms, ClaimKeys keys)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new EarlierPayment(terms.IndexOf(Measure), Year, Yuan, keys, OnceWords) { Principal = Principal };
    }
}

/// <summary>History facts of applications from a ledger; a fact that an application states itself holds in its place.</summary>
public static class TellEarlier
{
    /// <summary>The claims with their history facts; <paramref name="year"/> is that of claims without a date.</summary>
    public static IReadOnlyList<FiledClaim> To(
        IReadOnlyList<FiledClaim> claims, LibraryTerms terms, IReadOnlyList<NamedPayment> ledger, int year)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(ledger);
        var names = new ObjectNames();
        var earlier = new EarlierPayments(terms, [.. ledger.Select(payment => payment.Numbered(terms, names.KeysOf(payment.Objects)))]);
        return [.. claims.Select(claim => Told(claim, earlier, terms, names.KeysOf(claim.Objects), SettleFiling.YearOf(claim, year)))];
    }

    private static FiledClaim Told(FiledClaim claim, EarlierPayments earlier, LibraryTerms terms, ClaimKeys keys, int year)
    {
        var frame = claim.Measure.Frame(SettleFiling.FactsOf(claim));
        var facts = new Dictionary<string, Value>(claim.Facts);
        foreach (var (name, value) in earlier.FactsOf(terms.IndexOf(claim.Measure), keys, year, frame)) facts.TryAdd(name, value);
        return claim with { Facts = facts };
    }
}
