// From files to a settled payout, with every fault of every file.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Pools;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Claims;

/// <summary>The job behind <c>budgetsim settle</c>.</summary>
public static class SettleClaims
{
    private static readonly Fraction MostYuan = 90_000_000_000_000_000;

    /// <summary>Reads everything, and settles if nothing is wrong.</summary>
    public static Loaded<SettledClaims> From(ClaimsRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var terms = Terms(request);
        if (!terms.Succeeded) return new Loaded<SettledClaims>(null, terms.Diagnostics);
        var faults = terms.Diagnostics.ToList();
        var parameters = ClaimParameters.Read(request, terms.Value, faults);
        var list = ClaimsFile.Read(request.Claims, terms.Value, parameters.Shared);
        faults.AddRange(list.Diagnostics);
        if (list.Succeeded) list = list with { Value = parameters.Apply(list.Value, faults) };
        var year = request.Year ?? FirstYear(terms.Value);
        if (PaidBefore(request, terms.Value, faults) is { } ledger && list.Succeeded)
            list = list with { Value = list.Value with { Claims = TellEarlier.To(list.Value.Claims, terms.Value, ledger, year) } };
        var funds = request.Funds is null ? null : FundsFile.Read(request.Funds, terms.Value);
        faults.AddRange(funds?.Diagnostics ?? []);
        if (list.Succeeded && TooLarge(list.Value) is { } tooLarge) faults.Add(tooLarge);
        if (!list.Succeeded || faults.Exists(fault => fault.Severity == Severity.Error)) return Loaded<SettledClaims>.From(null, faults);
        var filing = new Filing(terms.Value, list.Value.Claims, year)
        {
            Funds = funds?.Value ?? [],
            UpliftBudgets = parameters.UpliftBudgets,
        };
        return Loaded<SettledClaims>.From(new SettledClaims(request, list.Value, SettleFiling.From(filing)), faults);
    }

    private static Loaded<LibraryTerms> Terms(ClaimsRequest request)
    {
        if (ParameterFaults.TwoModes(request) is { } fault) return new Loaded<LibraryTerms>(null, [fault]);
        var readings = SettlementReadings.From(request.AllReadings);
        if (!readings.Succeeded) return new Loaded<LibraryTerms>(null, readings.Diagnostics);
        var library = PolicyFolder.Read(request.Library, request.Policies, readings.Value.PolicyReadings);
        return library.Succeeded
            ? new Loaded<LibraryTerms>(LibraryTerms.From(library.Value, readings.Value.Shortage), library.Diagnostics)
            : new Loaded<LibraryTerms>(null, library.Diagnostics);
    }

    private static IReadOnlyList<NamedPayment>? PaidBefore(ClaimsRequest request, LibraryTerms terms, List<Diagnostic> faults)
    {
        if (request.PaidBefore is null) return null;
        var read = PaymentLedger.Read(request.PaidBefore, terms.Library, new HistoryFilter());
        faults.AddRange(read.Diagnostics);
        return read.Value;
    }

    private static int FirstYear(LibraryTerms terms) =>
        terms.Library.Documents.Select(document => document.ValidFrom)
            .Where(day => day is { Length: >= 4 })
            .Select(day => int.Parse(day.AsSpan(0, 4)))
            .DefaultIfEmpty(1)
            .Max();

    // Amounts whose sum is not representable to the fen would stop the settlement half way.
    private static Diagnostic? TooLarge(ClaimList list)
    {
        var sum = Fraction.Zero;
        for (var index = 0; index < list.Claims.Count; index++)
        {
            var claim = list.Claims[index];
            if (Worth(claim) is not { } worth || (sum += worth) > MostYuan) return ClaimFaults.TooLarge(list.Places[index], claim.Id);
        }

        return null;
    }

    private static Fraction? Worth(FiledClaim claim)
    {
        try
        {
            var entitlement = Entitle.FromFacts(claim.Measure, claim.Measure.Frame(FailedConditions.FactsOf(claim)));
            var whole = entitlement.Principal is { } principal ? principal.Amount * principal.AwardPerYuan : entitlement.Gross;
            return Fraction.Min(
                (whole * entitlement.UpliftFactor).Floor() is var yuan && yuan < long.MaxValue ? (long)yuan : long.MaxValue, MostYuan + 1);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
