// Runs a scenario on the vector kernel and keeps what any run keeps.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Simulation.Vector;

/// <summary>The forecast of a scenario that suits the kernel; field by field the one that settling claim by claim gives.</summary>
internal static class RateForecast
{
    /// <summary>
    /// Adds the replications from <paramref name="first"/> to below <paramref name="last"/>, or fewer after a stop; how far it came.
    /// </summary>
    public static int Add(
        Forecast forecast, RateScenario scenario, int first, int last, int threads, IProgress<int>? progress, CancellationToken stop)
    {
        var (model, lines) = (forecast.Model, scenario.Measures.Select(measure => forecast.Line(measure, 0)).ToArray());
        var totals = RateSimulation.Run(
            scenario.Plan, model.Seed, first, last - first, threads, done => progress?.Report(first + done), stop);
        for (var replication = 0; replication < totals.Completed; replication++) AddReplication(forecast, lines, totals, replication);
        for (var payer = 0; payer < model.Terms.Payers.Count; payer++) AddPayer(forecast, scenario, payer, first, first + totals.Completed);
        return first + totals.Completed;
    }

    private static void AddReplication(Forecast forecast, int[] lines, RateTotals totals, int replication)
    {
        var (at, number) = (replication * totals.Measures, totals.First + replication);
        for (var measure = 0; measure < lines.Length; measure++, at++)
        {
            var line = lines[measure];
            var (gross, capped, demand, paid) =
                ((long)totals.Gross[at], (long)totals.Capped[at], (long)totals.Demand[at], (long)totals.Paid[at]);
            forecast.AddPaid(line, number, paid);
            forecast.AddDemand(line, number, demand);
            forecast.AddClaims(line, number, totals.Claims[at]);
            forecast.Claims[line] += totals.Claims[at];
            forecast.PaidClaims[line] += totals.PaidClaims[at];
            forecast.Gross[line] += gross;
            var deducted = forecast.Deducted[line];
            deducted[(int)DeductionStage.OwnCap] += gross - capped;
            deducted[(int)DeductionStage.SharedCap] += capped - demand;
            deducted[(int)DeductionStage.Fund] += demand - paid;
        }
    }

    // A single payer without a share takes all; a share that is not stated is left out.
    private static void AddPayer(Forecast forecast, RateScenario scenario, int payer, int first, int last)
    {
        var terms = forecast.Model.Terms;
        var shares = scenario.Measures
            .Select(measure => (Line: forecast.Line(measure, 0), Share: ShareOf(terms.Compiled[measure], terms.Payers[payer])))
            .Where(part => part.Share.Sign > 0)
            .ToList();
        foreach (var lines in shares.GroupBy(part => part.Share, part => forecast.Paid[part.Line]))
        {
            for (var replication = first; replication < last; replication++)
                Add(forecast, payer, replication, (long)(lines.Key * lines.Sum(paid => paid[replication]) * 100).Floor());
        }

        foreach (var (line, share) in shares)
            forecast.PayerParts[line][payer] += (long)(share * 100).Floor() * forecast.Paid[line][first..last].Sum();
    }

    private static void Add(Forecast forecast, int payer, int replication, long fen)
    {
        forecast.AddPayer(payer, replication, fen);
        forecast.AddPayerYear(payer, 0, replication, fen);
    }

    private static Fraction ShareOf(Policy.Entitlements.CompiledMeasure measure, string payer)
    {
        var payers = measure.Measure.Payers;
        var share = Fraction.Zero;
        foreach (var part in payers.Where(part => part.Payer == payer))
            share += part.Share is null
                ? (payers.Count == 1 ? Fraction.One : Fraction.Zero)
                : measure.Read(part.Share, [.. measure.Defaults]).Number;
        return share;
    }
}
