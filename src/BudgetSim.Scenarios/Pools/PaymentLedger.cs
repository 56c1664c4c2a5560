// Reads a ledger of payments one by one: what limits, once rules and first-time awards of later years count.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Library;
using BudgetSim.Simulation.Histories;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Pools;

/// <summary>
/// A history file with the names of what was paid for; a payment that does not tell its claimant counts for nobody and is left out with a
/// warning.
/// </summary>
internal static class PaymentLedger
{
    private static readonly Dictionary<string, Func<ClaimObjects, bool>> Names = new()
    {
        ["item"] = objects => (objects.Item ?? objects.Project) is not null,
        ["project"] = objects => objects.Project is not null,
        ["event"] = objects => objects.Event is not null,
        ["park"] = objects => objects.Park is not null,
    };

    /// <summary>The payments of <paramref name="path"/> that pass the filter.</summary>
    public static Loaded<IReadOnlyList<NamedPayment>> Read(string path, PolicyLibrary library, HistoryFilter filter)
    {
        var history = HistoryFile.Read(path, library, filter with { IsLedger = true });
        if (!history.Succeeded) return new Loaded<IReadOnlyList<NamedPayment>>(null, history.Diagnostics);
        var faults = history.Diagnostics.ToList();
        var told = history.Value.Payments.Where(payment => payment.Enterprise.Length > 0 && payment.Claims == 1).ToList();
        if (told.Count < history.Value.Payments.Count) faults.Add(LedgerFaults.Nobody(path, history.Value.Payments.Count - told.Count));
        foreach (var payments in told.GroupBy(payment => payment.Measure))
            faults.AddRange(NotTold(library.Find(payments.Key)!, [.. payments]));
        return Loaded<IReadOnlyList<NamedPayment>>.From(
            [.. told.Select(payment => Named(payment, library.Find(payment.Measure)!))], faults);
    }

    private static NamedPayment Named(Payment payment, CompiledMeasure measure) => new(
        payment.Measure,
        payment.Year,
        payment.Objects!,
        payment.Yuan,
        payment.Principal ?? Fraction.Zero,
        measure.OnceNames.All(payment.Facts.ContainsKey) ? measure.OnceAttributes(measure.Frame(payment.Facts)) : null);

    // Who was paid for which title, item or project must be told, or else nothing is used up.
    private static IEnumerable<Diagnostic> NotTold(CompiledMeasure measure, List<Payment> payments)
    {
        var rule = measure.Measure;
        foreach (var name in measure.PaysFirstYearOnly || rule.OnceKeys.Count > 0 ? measure.OnceNames : [])
            if (payments.Find(payment => !payment.Facts.ContainsKey(name)) is { } first)
                yield return LedgerFaults.UsesUpNothing(
                    first.Where, rule.Id, name, payments.Count(payment => !payment.Facts.ContainsKey(name)));
        foreach (var key in rule.OnceKeys.Where(Names.ContainsKey))
            if (payments.Find(payment => !Names[key](payment.Objects!)) is { } first)
                yield return LedgerFaults.UsesUpNothing(
                    first.Where, rule.Id, key, payments.Count(payment => !Names[key](payment.Objects!)));
        if (rule.PrincipalCaps.Count > 0 && payments.Find(payment => payment.Principal is null) is { } without)
            yield return LedgerFaults.NoPrincipal(without.Where, rule.Id, payments.Count(payment => payment.Principal is null));
    }
}
