// What is asked of a payout: the files, the policies, the readings and the parameters.
using BudgetSim.Policy.Expressions;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Claims;

/// <summary>
/// <paramref name="Policies"/> null: all documents of the library. <see cref="Parameters"/> hold for every claim. <see cref="Year"/> is the
/// year of claims without a date; null: the year in which the latest of the policies begins.
/// </summary>
public sealed record ClaimsRequest(string Claims, string? Funds, string Library, IReadOnlyCollection<string>? Policies)
{
    /// <summary>Options of readings by code; one that is missing has its default.</summary>
    public IReadOnlyDictionary<string, string> Readings { get; init; } = new Dictionary<string, string>();

    /// <summary>Parameters by name, as written.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The year of claims without a date.</summary>
    public int? Year { get; init; }

    /// <summary>The readings, with the way of sharing a short fund also where it stands among the parameters.</summary>
    internal IReadOnlyDictionary<string, string> AllReadings =>
        Parameters.TryGetValue(SettlementReadings.ShortageModeName, out var mode)
            && !Readings.ContainsKey(SettlementReadings.ShortageModeName)
            ? new Dictionary<string, string>(Readings) { [SettlementReadings.ShortageModeName] = mode }
            : Readings;

    /// <summary>The ledger of what was paid before; null: nothing is said.</summary>
    public string? PaidBefore { get; init; }

    /// <summary>The files that parameters written as <c>@FILE</c> name.</summary>
    public IEnumerable<string> ParameterFiles => Parameters.Values.Where(IsFile).Select(text => text[1..]);

    /// <summary>Whether a parameter names a file with a value a claim.</summary>
    internal static bool IsFile(string text) => text.StartsWith('@');
}

/// <summary>A payout: what was asked, the claims with their places, the settlement, and warnings.</summary>
public sealed record SettledClaims(ClaimsRequest Request, ClaimList List, SettledFiling Settled)
{
    /// <summary>Reading the files again says why a claim is not eligible.</summary>
    public FailedConditions Failures { get; } = new();

    /// <summary>The facts of a claim, one value per slot of its measure.</summary>
    public Value[] FactsOf(int position) => List.Claims[position].Measure.Frame(FailedConditions.FactsOf(List.Claims[position]));

    /// <summary>The ids of the policies used.</summary>
    public IReadOnlyList<string> Policies => [.. Settled.Filing.Terms.Library.Documents.Select(document => document.Id)];
}
