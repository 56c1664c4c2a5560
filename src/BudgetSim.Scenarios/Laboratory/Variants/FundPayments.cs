// What the funds pay of given awards, by their own shortage rules.
using BudgetSim.Allocation.Settlement;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Funds by themselves: awards are settled as claims without any other rule.</summary>
internal static class FundPayments
{
    /// <summary>The measures of a settlement without any rule of their own, all paid from the one fund 0.</summary>
    public static IReadOnlyList<MeasureTerms> Stripped(IEnumerable<MeasureTerms> measures) => [.. measures.Select(measure => new MeasureTerms(measure.Id) { IsCeiling = measure.IsCeiling, Fund = 0 })];

    /// <summary>
    /// Whole yuan that a fund pays in a year of the awards at <paramref name="positions"/> (claim order) when it is too small;
    /// <paramref name="measures"/> are stripped.
    /// </summary>
    public static long Paid(IReadOnlyList<MeasureTerms> measures, IReadOnlyList<Claim> filed, FundTerms fund, Appropriation appropriation, IReadOnlyList<int> positions, long[] awarded)
    {
        var claims = positions.Select(position => new Claim("", filed[position].Measure, new ClaimKeys(filed[position].Keys.Enterprise), appropriation.Year!.Value) { Gross = awarded[position] }).ToList();
        return Settle.Claims(new SettlementInput(measures, claims) { Funds = [fund with { FundedYears = null }], Appropriations = [appropriation] }).Total;
    }
}
