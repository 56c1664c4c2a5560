// From files to a settled payout, with every fault of every file.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Cases;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Claims;

/// <summary>The job behind <c>budgetsim settle</c>.</summary>
public static class SettleClaims
{
    private const string OnePot = "*";
    private static readonly Fraction MostYuan = 90_000_000_000_000_000;

    /// <summary>Reads everything, and settles if nothing is wrong.</summary>
    public static Loaded<SettledClaims> From(ClaimsRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var terms = Terms(request);
        if (!terms.Succeeded) return new Loaded<SettledClaims>(null, terms.Diagnostics);
        var faults = terms.Diagnostics.ToList();
        var shared = Parameters(request, terms.Value, faults);
        var list = ClaimsFile.Read(request.Claims, terms.Value, shared);
        faults.AddRange(list.Diagnostics);
        var funds = request.Funds is null ? null : FundsFile.Read(request.Funds, terms.Value);
        faults.AddRange(funds?.Diagnostics ?? []);
        if (list.Succeeded && TooLarge(list.Value) is { } tooLarge) faults.Add(tooLarge);
        if (!list.Succeeded || faults.Exists(fault => fault.Severity == Severity.Error)) return Loaded<SettledClaims>.From(null, faults);
        var filing = new Filing(terms.Value, list.Value.Claims, request.Year ?? FirstYear(terms.Value)) { Funds = funds?.Value ?? [], UpliftBudgets = UpliftBudgets(shared) };
        return Loaded<SettledClaims>.From(new SettledClaims(request, list.Value, SettleFiling.From(filing)), faults);
    }

    private static Loaded<LibraryTerms> Terms(ClaimsRequest request)
    {
        var readings = SettlementReadings.From(request.Readings);
        if (!readings.Succeeded) return new Loaded<LibraryTerms>(null, readings.Diagnostics);
        var library = PolicyFolder.Read(request.Library, request.Policies, readings.Value.PolicyReadings);
        return library.Succeeded ? new Loaded<LibraryTerms>(LibraryTerms.From(library.Value, readings.Value.Shortage), library.Diagnostics) : new Loaded<LibraryTerms>(null, library.Diagnostics);
    }

    private static Dictionary<string, Value> Parameters(ClaimsRequest request, LibraryTerms terms, List<Diagnostic> faults)
    {
        var shared = new Dictionary<string, Value>();
        var written = request.Readings.Where(reading => reading.Key == FactNames.TreatDraftAsInForce).Concat(request.Parameters);
        foreach (var (name, text) in written)
        {
            if (terms.Library.Vocabulary.Find(name) is not { } attribute)
            {
                faults.Add(ClaimFaults.UnknownSetting(name, terms.Library.Vocabulary.All.Select(known => known.Name)));
                continue;
            }

            var (value, fault) = FactText.Parse(attribute, text, Place.Of("--set"));
            if (fault is not null) faults.Add(fault);
            else shared[name] = value;
        }

        return shared;
    }

    // One number for the money left for uplifts is one pot for all measures.
    private static Dictionary<string, Fraction> UpliftBudgets(Dictionary<string, Value> shared) =>
        shared.TryGetValue(FactNames.UpliftBudgetLeft, out var pot) && !pot.IsNull ? new Dictionary<string, Fraction> { [OnePot] = pot.Number } : [];

    private static int FirstYear(LibraryTerms terms) =>
        terms.Library.Documents.Select(document => document.ValidFrom).Where(day => day is { Length: >= 4 }).Select(day => int.Parse(day.AsSpan(0, 4))).DefaultIfEmpty(1).Max();

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
            return Fraction.Min((whole * entitlement.UpliftFactor).Floor() is var yuan && yuan < long.MaxValue ? (long)yuan : long.MaxValue, MostYuan + 1);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
