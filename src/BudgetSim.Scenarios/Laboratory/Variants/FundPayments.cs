// What the funds pay of given awards, by their own shortage rules.
using BudgetSim.Allocation.Settlement;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Funds by themselves: awards are settled as claims without any other rule.</summary>
internal static class FundPayments
{
    /// <summary>
    /// Whole yuan that a fund pays in a year of the awards at <paramref name="positions"/> (claim order) when it is too small.
    /// </summary>
    public static long Paid(SettlementInput input, FundTerms fund, long appropriation, int year, IReadOnlyList<int> positions, long[] awarded)
    {
        var measures = input.Measures.Select(measure => new MeasureTerms(measure.Id) { IsCeiling = measure.IsCeiling, Fund = 0 }).ToList();
        var claims = positions.Select(position => new Claim("", input.Claims[position].Measure, new ClaimKeys(input.Claims[position].Keys.Enterprise), year) { Gross = awarded[position] }).ToList();
        return Settle.Claims(new SettlementInput(measures, claims) { Funds = [fund with { FundedYears = null }], Appropriations = [new Appropriation(0, year, appropriation)] }).Total;
    }
}
