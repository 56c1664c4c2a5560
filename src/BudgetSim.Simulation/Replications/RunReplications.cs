// Runs all replications of a scenario on several threads, with the same bits on any number of them.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Vector;

namespace BudgetSim.Simulation.Replications;

/// <summary>The simulation loop.</summary>
public static class RunReplications
{
    private const int BlockSize = 16;

    /// <summary>
    /// Runs the replications of <paramref name="model"/>. A stop keeps every replication below the last finished block.
    /// <paramref name="progress"/> is told how many replications are done, from any thread.
    /// </summary>
    public static Forecast Run(ScenarioModel model, int threads, IProgress<int>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RateScenario.From(model).Scenario is { } rates ? RateForecast.Run(model, rates, threads, progress, stop) : ClaimByClaim(model, threads, progress, stop);
    }

    /// <summary>The same with every claim settled by itself, whatever the scenario.</summary>
    public static Forecast ClaimByClaim(ScenarioModel model, int threads, IProgress<int>? progress, CancellationToken stop)
    {
        var forecast = new Forecast(model, model.Replications);
        var next = 0;
        var done = 0;
        void Work()
        {
            var replicate = new Replicate(model);
            var tally = new Tally(forecast);
            while (!stop.IsCancellationRequested)
            {
                var first = Interlocked.Add(ref next, BlockSize) - BlockSize;
                if (first >= model.Replications) break;
                var last = Math.Min(first + BlockSize, model.Replications);
                for (var number = first; number < last; number++)
                {
                    var (input, result) = replicate.Run(number);
                    tally.Add(number, input, result);
                }

                var finished = Interlocked.Add(ref done, last - first);
                progress?.Report(finished);
            }

            tally.Close();
        }

        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(Work, maxStackSize: 16 << 20)).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        forecast.Finished = Math.Min(done, model.Replications);
        return forecast;
    }

    /// <summary>One thread's sums; whole numbers, so the order in which threads close does not matter.</summary>
    private sealed class Tally(Forecast forecast)
    {
        private readonly long[] _claims = new long[forecast.Claims.Length];
        private readonly long[] _paidClaims = new long[forecast.Claims.Length];
        private readonly long[] _gross = new long[forecast.Claims.Length];
        private readonly long[] _undetermined = new long[forecast.Claims.Length];
        private readonly long[][] _payers = [.. forecast.PayerParts.Select(payers => new long[payers.Length])];
        private readonly long[][] _deducted = [.. forecast.Deducted.Select(stages => new long[stages.Length])];

        public void Add(int number, SettlementInput input, SettlementResult result)
        {
            for (var position = 0; position < input.Claims.Count; position++)
            {
                var line = LineOf(input.Claims[position]);
                var award = result.Awards[position];
                _claims[line]++;
                if (award.IsUndetermined)
                {
                    _undetermined[line]++;
                    continue;
                }

                if (award.Yuan > 0) _paidClaims[line]++;
                _gross[line] += award.Yuan;
                if (!input.Measures[input.Claims[position].Measure].IsOutlay) continue;
                forecast.Paid[line][number] += award.Yuan;
                forecast.Demand[line][number] += award.Yuan;
                if (award.Yuan > 0) AddPayers(_payers[line], input.Claims[position].Payers, award.Yuan);
            }

            AddDeductions(number, input, result);
            for (var payer = 0; payer < result.Payers.Count; payer++)
                forecast.PayerFen[payer][number] = (long)(result.Payers[payer] * 100).Floor();
        }

        // What was taken off and what was paid together are the gross entitlement.
        private void AddDeductions(int number, SettlementInput input, SettlementResult result)
        {
            foreach (var deduction in result.Deductions)
            {
                if (result.Awards[deduction.Claim].IsUndetermined) continue;
                var line = LineOf(input.Claims[deduction.Claim]);
                _deducted[line][(int)deduction.Stage] += deduction.Yuan;
                _gross[line] += deduction.Yuan;
                if (deduction.Stage == DeductionStage.Fund) forecast.Demand[line][number] += deduction.Yuan;
            }
        }

        // As the settlement splits: a single payer without a share takes all; shares that are not stated are left out.
        private static void AddPayers(long[] parts, IReadOnlyList<ClaimPayer> payers, long yuan)
        {
            for (var index = 0; index < payers.Count; index++)
            {
                var share = payers[index].Share ?? (payers.Count == 1 ? Fraction.One : Fraction.Zero);
                parts[payers[index].Payer] += share == Fraction.One ? yuan * 100 : (long)(share * (yuan * 100)).Floor();
            }
        }

        public void Close()
        {
            lock (forecast)
            {
                AddTo(forecast.Claims, _claims);
                AddTo(forecast.PaidClaims, _paidClaims);
                AddTo(forecast.Gross, _gross);
                AddTo(forecast.Undetermined, _undetermined);
                for (var line = 0; line < _deducted.Length; line++)
                {
                    AddTo(forecast.Deducted[line], _deducted[line]);
                    AddTo(forecast.PayerParts[line], _payers[line]);
                }
            }
        }

        private int LineOf(Claim claim) => forecast.Line(claim.Measure, claim.Year - forecast.Model.Years[0]);

        private static void AddTo(long[] sums, long[] parts)
        {
            for (var index = 0; index < sums.Length; index++) sums[index] += parts[index];
        }
    }
}
