// Looks for what cannot be in a history as a whole: years without payments, more payments than entitled.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Simulation.Histories;

namespace BudgetSim.Scenarios.Pools;

/// <summary>A missing year would be read as a year in which nobody was paid.</summary>
internal static class HistoryGaps
{
    /// <summary>A year without any row is a fault; a measure without a payment in a year is a warning.</summary>
    public static void Check(PaymentHistory history, IReadOnlySet<int> years, List<Diagnostic> faults)
    {
        foreach (var year in Enumerable.Range(history.First, history.Last - history.First + 1).Where(year => !years.Contains(year)))
        {
            var (before, after) = (years.Where(other => other < year).Max(), years.Where(other => other > year).Min());
            faults.Add(HistoryFaults.YearGap(
                history.Payments.FirstOrDefault(payment => payment.Year == after)?.Where ?? Place.Of(history.File), year, before, after));
        }

        foreach (var ((measure, year), entitled) in history.Entitled)
        {
            var paid = history.Payments.Where(payment => payment.Measure == measure && payment.Year == year).ToList();
            if (paid.Sum(payment => payment.Claims) > entitled)
                faults.Add(HistoryFaults.EntitledDiffers(paid[^1].Where, measure, year, $"more than the {entitled} entitled were paid"));
        }

        foreach (var measure in history.Measures)
        {
            var paid = history.Payments.Where(payment => payment.Measure == measure).ToList();
            var last = paid.MaxBy(payment => payment.Year)!;
            foreach (var year in years.Where(year => year > paid.Min(payment => payment.Year)
                && paid.TrueForAll(payment => payment.Year != year)))
                faults.Add(HistoryFaults.NoPaymentInYear(last.Where, measure, year));
        }
    }
}
