// Runs a scenario on the vector kernel and keeps what any run keeps.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Simulation.Vector;

/// <summary>The forecast of a scenario that suits the kernel; field by field the one that settling claim by claim gives.</summary>
internal static class RateForecast
{
    public static Forecast Run(ScenarioModel model, RateScenario scenario, int threads, IProgress<int>? progress, CancellationToken stop)
    {
        var totals = RateSimulation.Run(scenario.Plan, model.Seed, 0, model.Replications, threads, done => progress?.Report(done), stop);
        var forecast = new Forecast(model) { Engine = ForecastEngine.Rates, Finished = totals.Completed };
        forecast.Reserve(totals.Completed);
        for (var measure = 0; measure < totals.Measures; measure++) AddMeasure(forecast, forecast.Line(scenario.Measures[measure], 0), totals, measure);
        for (var payer = 0; payer < model.Terms.Payers.Count; payer++) AddPayer(forecast, scenario, payer);
        return forecast;
    }

    private static void AddMeasure(Forecast forecast, int line, RateTotals totals, int measure)
    {
        for (var replication = 0; replication < totals.Completed; replication++)
        {
            var at = (replication * totals.Measures) + measure;
            var (capped, demand, paid) = ((long)totals.Capped[at], (long)totals.Demand[at], (long)totals.Paid[at]);
            forecast.AddPaid(line, replication, paid);
            forecast.AddDemand(line, replication, demand);
            forecast.AddClaims(line, replication, totals.Claims[at]);
            forecast.Claims[line] += totals.Claims[at];
            forecast.PaidClaims[line] += totals.PaidClaims[at];
            forecast.Gross[line] += (long)totals.Gross[at];
            forecast.Deducted[line][(int)DeductionStage.OwnCap] += (long)totals.Gross[at] - capped;
            forecast.Deducted[line][(int)DeductionStage.SharedCap] += capped - demand;
            forecast.Deducted[line][(int)DeductionStage.Fund] += demand - paid;
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
