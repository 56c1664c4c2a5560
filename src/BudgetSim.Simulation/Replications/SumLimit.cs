// Refuses scenarios whose amounts are so large that the sums of a run cannot be kept to the fen.
using System.Globalization;
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Simulation.Replications;

/// <summary>
/// What is paid in all replications together stays below 2^63 fen, about 9.2 x 10^16 yuan, and what is entitled below 2^63 yuan: with
/// 10,000 replications 9 x 10^12 yuan paid in each. Sums are checked, so a larger one throws; here it becomes a fault of the scenario.
/// </summary>
public static class SumLimit
{
    private const double MostYuan = 9.2e16;

    /// <summary>
    /// Does <paramref name="work"/> over scenarios; sums that are too large are refused at the place of the scenario that has them.
    /// </summary>
    public static T Keep<T>(IEnumerable<ScenarioModel> models, Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            return work();
        }
        catch (OverflowException fault)
        {
            var refused = models.Select(Fault).FirstOrDefault(found => found is not null);
            if (refused is null) throw;
            throw new RefusedInputException(refused, fault);
        }
    }

    /// <summary>
    /// Throws if a forecast's sums over the replications from <paramref name="first"/> on, added to <paramref name="before"/>, leave the
    /// limit.
    /// </summary>
    internal static (Int128 Paid, Int128 Gross) Check(Forecast forecast, int first, (Int128 Paid, Int128 Gross) before)
    {
        Int128 paid = before.Paid, gross = 0;
        foreach (var row in forecast.Paid)
        {
            foreach (var yuan in row.AsSpan(first, forecast.Finished - first)) paid += yuan;
        }

        foreach (var yuan in forecast.Gross) gross += yuan;
        if (paid * 100 > long.MaxValue || gross > long.MaxValue) throw new OverflowException();
        return (paid, gross);
    }

    // The first replication stands for all: whether its claims are as large as the limit, and under which measure most of all.
    private static Diagnostic? Fault(ScenarioModel model)
    {
        var sums = new double[model.Terms.Measures.Count];
        try
        {
            foreach (var claim in new Replicate(model).Claims(0).Claims)
                sums[claim.Measure] += Math.Max(
                    Worth.Alone(model.Terms.Measures[claim.Measure], claim).ToDouble(), claim.Gross.ToDouble() / 100);
        }
        catch (OverflowException)
        {
            return Diagnostic.Error(model.Where, "BS860", "a formula has values that are too large to be worked out exactly", Hint);
        }

        if (sums.Sum() * model.Replications < MostYuan / 100) return null;
        var measure = Array.IndexOf(sums, sums.Max());
        var yuan = sums[measure].ToString("G2", CultureInfo.InvariantCulture);
        return Diagnostic.Error(
            model.Where,
            "BS860",
            $"the claims under {model.Terms.Measures[measure].Id} come to about {yuan} yuan in one replication of {model.Replications}; all replications together may pay 9.2x10^16 yuan",
            Hint);
    }

    private const string Hint = "look for an amount, a ceiling or a count with too many digits, or run fewer replications";
}
