// Past years' payments, as history.csv lists them.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Simulation.Histories;

/// <summary>A payment in yuan, above 0, or the sum of <paramref name="Claims"/> (at least 1) payments of one year and measure.</summary>
public sealed record Payment(int Year, string Measure, string Enterprise, Fraction Yuan, int Claims, Place Where)
{
    /// <summary>What it was paid for by name; null where only the sums of a year are asked for.</summary>
    public ClaimObjects? Objects { get; init; }

    /// <summary>The loan principal that was subsidised, in yuan; null where the row does not say it.</summary>
    public Fraction? Principal { get; init; }

    /// <summary>Facts of the award by vocabulary name, such as the title it was paid for.</summary>
    public IReadOnlyDictionary<string, Value> Facts { get; init; } = new Dictionary<string, Value>();
}

/// <summary>
/// What was paid in the years <paramref name="First"/> to <paramref name="Last"/>, without a gap. <paramref name="Entitled"/>: how many
/// were entitled, by measure and year, where the file says so.
/// </summary>
public sealed record PaymentHistory(
    string File, IReadOnlyList<Payment> Payments, IReadOnlyDictionary<(string Measure, int Year), int> Entitled, int First, int Last)
{
    /// <summary>The measures paid, in order of their first payment in the file.</summary>
    public IReadOnlyList<string> Measures { get; } = [.. Payments.Select(payment => payment.Measure).Distinct()];

    /// <summary>The yuan paid for a measure in a year.</summary>
    public Fraction Total(string measure, int year) =>
        Payments.Where(payment => payment.Measure == measure && payment.Year == year)
            .Aggregate(Fraction.Zero, (sum, payment) => sum + payment.Yuan);

    /// <summary>The same history as it was known at the end of <paramref name="year"/>.</summary>
    public PaymentHistory Until(int year) => this with
    {
        Payments = [.. Payments.Where(payment => payment.Year <= year)],
        Entitled = Entitled.Where(entry => entry.Key.Year <= year).ToDictionary(),
        Last = Math.Min(Last, year),
    };
}
