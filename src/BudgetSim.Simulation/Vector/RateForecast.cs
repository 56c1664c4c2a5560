// Runs a scenario on the vector kernel and keeps what any run keeps.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Simulation.Vector;

/// <summary>The forecast of a scenario that suits the kernel; field by field the one that settling claim by claim gives.</summary>
internal static class RateForecast
{
    // Totals are taken over part by part, so that they stay near the processor and memory follows what is kept.
    private const int Part = 4096;

    public static Forecast Run(ScenarioModel model, RateScenario scenario, int threads, IProgress<int>? progress, CancellationToken stop)
    {
        var forecast = new Forecast(model) { Engine = ForecastEngine.Rates };
        forecast.Reserve(model.Replications);
        var lines = scenario.Measures.Select(measure => forecast.Line(measure, 0)).ToArray();
        while (forecast.Finished < model.Replications && !stop.IsCancellationRequested)
        {
            var first = forecast.Finished;
            var totals = RateSimulation.Run(scenario.Plan, model.Seed, first, Math.Min(Part, model.Replications - first), threads, done => progress?.Report(first + done), stop);
            for (var replication = 0; replication < totals.Completed; replication++) AddReplication(forecast, lines, totals, replication);
            forecast.Finished += totals.Completed;
        }

        for (var payer = 0; payer < model.Terms.Payers.Count; payer++) AddPayer(forecast, scenario, payer);
        return forecast;
    }

    private static void AddReplication(Forecast forecast, int[] lines, RateTotals totals, int replication)
    {
        var (at, number) = (replication * totals.Measures, totals.First + replication);
        for (var measure = 0; measure < lines.Length; measure++, at++)
        {
            var line = lines[measure];
            var (gross, capped, demand, paid) = ((long)totals.Gross[at], (long)totals.Capped[at], (long)totals.Demand[at], (long)totals.Paid[at]);
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
    private static void AddPayer(Forecast forecast, RateScenario scenario, int payer)
    {
        var terms = forecast.Model.Terms;
        var shares = scenario.Measures.Select(measure => (Line: forecast.Line(measure, 0), Share: ShareOf(terms.Compiled[measure], terms.Payers[payer]))).Where(part => part.Share.Sign > 0).ToList();
        foreach (var lines in shares.GroupBy(part => part.Share))
        {
            var paid = forecast.SumOf(forecast.Paid, lines.Select(part => part.Line));
            foreach (var (line, share) in lines) forecast.PayerParts[line][payer] = (long)(share * 100).Floor() * forecast.Paid[line].Sum();
            for (var replication = 0; replication < paid.Length; replication++) Add(forecast, payer, replication, (long)(lines.Key * paid[replication] * 100).Floor());
        }
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
            share += part.Share is null ? (payers.Count == 1 ? Fraction.One : Fraction.Zero) : measure.Read(part.Share, [.. measure.Defaults]).Number;
        return share;
    }
}
