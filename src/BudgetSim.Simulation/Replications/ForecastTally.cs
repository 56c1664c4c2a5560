// Adds settled replications to a forecast, one thread at a time.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Simulation.Replications;

/// <summary>One thread's sums; whole numbers, so the order in which threads close does not matter.</summary>
internal sealed class ForecastTally(Forecast forecast)
{
    private readonly long[] _claims = new long[forecast.Claims.Length];
    private readonly long[] _paidClaims = new long[forecast.Claims.Length];
    private readonly long[] _gross = new long[forecast.Claims.Length];
    private readonly long[] _undetermined = new long[forecast.Claims.Length];
    private readonly long[] _cutShort = new long[forecast.CutShort.Length];
    private readonly long[][] _payers = [.. forecast.PayerParts.Select(payers => new long[payers.Length])];
    private readonly long[][] _deducted = [.. forecast.Deducted.Select(stages => new long[stages.Length])];

    /// <summary>Adds replication <paramref name="number"/>.</summary>
    public void Add(int number, SettlementInput input, SettlementResult result)
    {
        for (var position = 0; position < input.Claims.Count; position++) AddClaim(number, input, position, result.Awards[position]);
        AddLatePayments(number, input, result);
        AddDeductions(number, input, result);
        AddPayers(number, result);
        if (result.LaneChoicesCutShort.Count > 0) AddCutShort(result.LaneChoicesCutShort.Count);
        foreach (var outcome in result.Funds)
        {
            if (outcome.Year is { } year && input.Funds[outcome.Fund].CarryOver is not null)
                forecast.AddCarried(outcome, YearIndex(year), number);
        }
    }

    /// <summary>Hands the sums over; the tally is empty afterwards.</summary>
    public void Close()
    {
        lock (forecast)
        {
            Move(_claims, forecast.Claims);
            Move(_paidClaims, forecast.PaidClaims);
            Move(_gross, forecast.Gross);
            Move(_undetermined, forecast.Undetermined);
            Move(_cutShort, forecast.CutShort);
            for (var line = 0; line < _deducted.Length; line++)
            {
                Move(_deducted[line], forecast.Deducted[line]);
                Move(_payers[line], forecast.PayerParts[line]);
            }
        }
    }

    private void AddClaim(int number, SettlementInput input, int position, Award award)
    {
        var claim = input.Claims[position];
        var line = LineOf(claim);
        _claims[line]++;
        forecast.AddClaims(line, number, 1);
        if (award.IsUndetermined)
        {
            _undetermined[line]++;
            return;
        }

        if (award.Yuan > 0) _paidClaims[line]++;
        _gross[line] += award.Yuan;
        if (!input.Measures[claim.Measure].IsOutlay) return;
        forecast.AddPaid(line, number, award.Yuan);
        forecast.AddDemand(line, number, award.Yuan);
        AddParts(_payers[line], claim.Payers, award.Yuan, 1);
        forecast.AddRegion(claim.Region, YearIndex(claim.Year), number, award.Yuan);
    }

    // Money leaves the budget in the year in which it is paid.
    private void AddLatePayments(int number, SettlementInput input, SettlementResult result)
    {
        foreach (var late in result.LatePayments)
        {
            var claim = input.Claims[late.Claim];
            var (own, later) = (LineOf(claim), forecast.Line(claim.Measure, YearIndex(late.Year)));
            forecast.AddPaid(own, number, -late.Yuan);
            forecast.AddPaid(later, number, late.Yuan);
            AddParts(_payers[own], claim.Payers, late.Yuan, -1);
            AddParts(_payers[later], claim.Payers, late.Yuan, 1);
            forecast.AddRegion(claim.Region, YearIndex(claim.Year), number, -late.Yuan);
            forecast.AddRegion(claim.Region, YearIndex(late.Year), number, late.Yuan);
        }
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
            if (deduction.Stage is DeductionStage.Fund or DeductionStage.Carried) forecast.AddDemand(line, number, deduction.Yuan);
        }
    }

    private void AddCutShort(int claimants)
    {
        _cutShort[0]++;
        _cutShort[1] += claimants;
    }

    private void AddPayers(int number, SettlementResult result)
    {
        for (var payer = 0; payer < result.Payers.Count; payer++) forecast.AddPayer(payer, number, Fen(result.Payers[payer]));
        foreach (var (year, payers) in result.PayersByYear)
        {
            for (var payer = 0; payer < payers.Length; payer++) forecast.AddPayerYear(payer, YearIndex(year), number, Fen(payers[payer]));
        }
    }

    // As the settlement splits: a single payer without a share takes all; shares that are not stated are left out.
    private static void AddParts(long[] parts, IReadOnlyList<ClaimPayer> payers, long yuan, int sign)
    {
        if (yuan == 0) return;
        for (var index = 0; index < payers.Count; index++)
        {
            var share = payers[index].Share ?? (payers.Count == 1 ? Fraction.One : Fraction.Zero);
            parts[payers[index].Payer] += sign * (share == Fraction.One ? yuan * 100 : (long)(share * (yuan * 100)).Floor());
        }
    }

    private static long Fen(Fraction yuan) => yuan.Sign == 0 ? 0 : (long)(yuan * 100).Floor();

    private int LineOf(Claim claim) => forecast.Line(claim.Measure, YearIndex(claim.Year));

    private int YearIndex(int year) => year - forecast.Model.Years[0];

    private static void Move(long[] parts, long[] sums)
    {
        for (var index = 0; index < sums.Length; index++) sums[index] += parts[index];
        Array.Clear(parts);
    }
}
