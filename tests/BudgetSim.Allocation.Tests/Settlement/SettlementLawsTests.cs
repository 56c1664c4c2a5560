// Laws that hold for every settlement.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class SettlementLawsTests
{
    private const int Instances = 2000;

    private static readonly ShortageRule[] Rules = [ShortageRule.Report, ShortageRule.ProRata, ShortageRule.ProRataCeilings, ShortageRule.Selection];

    [Fact]
    public void Awards_AnyClaims_AreNotNegativeAndNotAboveTheirWorth() => Holds((input, result) =>
    {
        for (var claim = 0; claim < input.Claims.Count; claim++)
        {
            var worth = Worth.Alone(input.Measures[input.Claims[claim].Measure], input.Claims[claim]);
            if (result.Awards[claim].Yuan < 0 || result.Awards[claim].Yuan > worth) return false;
        }

        return true;
    });

    [Fact]
    public void Funds_RuleThatCuts_NeverPayMoreThanTheyHave() => Holds((input, result) => result.Funds.All(fund =>
        input.Funds[fund.Fund].Shortage == ShortageRule.Report || fund.Appropriation is not { } has || fund.Paid <= has));

    [Fact]
    public void Funds_AnyRule_PayTheSumOfTheirKnownAwards() => Holds((input, result) =>
        result.Funds.Sum(fund => fund.Paid) == Known(input, result).Sum(claim => result.Awards[claim].Yuan) && result.Total == result.Funds.Sum(fund => fund.Paid));

    [Fact]
    public void Deductions_WithTheAward_AreTheGross() => Holds((input, result) =>
    {
        var taken = result.Deductions.ToLookup(deduction => deduction.Claim, deduction => deduction.Yuan);
        return Enumerable.Range(0, input.Claims.Count).All(claim => input.Claims[claim].State != ClaimState.Known || result.Awards[claim].Yuan + taken[claim].Sum() == Gross(input.Claims[claim]));
    });

    [Fact]
    public void OnceKey_AnyClaims_IsPaidOnce() => Holds((input, result) =>
        Paid(input, result, measure => measure == 4).GroupBy(claim => input.Claims[claim].Keys.Enterprise).All(group => group.Count() <= 1));

    [Fact]
    public void Lanes_AnyClaims_AreOnePerProject() => Holds((input, result) =>
        Paid(input, result, measure => measure is 0 or 1).Where(claim => input.Claims[claim].Keys.Project >= 0)
            .GroupBy(claim => (input.Claims[claim].Keys.Enterprise, input.Claims[claim].Keys.Project))
            .All(project => project.Select(claim => input.Claims[claim].Measure).Distinct().Count() <= 1));

    [Fact]
    public void Loans_RivalMeasures_PayOnePerLoan() => Holds((input, result) =>
        Paid(input, result, measure => measure is 2 or 3).GroupBy(claim => (input.Claims[claim].Keys.Enterprise, input.Claims[claim].Keys.Loan))
            .All(loan => loan.Select(claim => input.Claims[claim].Measure).Distinct().Count() <= 1));

    [Fact]
    public void SharedCeiling_AnyClaims_HoldsForTheEnterprise() => Holds((input, result) =>
        Paid(input, result, measure => measure is 0 or 1).GroupBy(claim => input.Claims[claim].Keys.Enterprise)
            .All(group => group.Sum(claim => result.Awards[claim].Yuan) <= group.Max(claim => input.Claims[claim].Caps[0].Amount)));

    [Fact]
    public void Payers_SharesThatSumToOne_PayTheTotal() => Holds((_, result) =>
        result.Payers.Aggregate(Fraction.Zero, (sum, part) => sum + part) == result.Total);

    [Fact]
    public void Shuffle_ReportRuleWithoutSharedPots_ChangesNoAward() => Seeds(seed =>
    {
        var input = RandomClaims.Any(seed, ShortageRule.Report);
        input = input with { Claims = [.. input.Claims.Where(claim => claim.Measure != 6).Select(claim => claim with { UpliftPot = UpliftPot.Unlimited })] };
        // The order inside an enterprise stays; enterprises change places.
        var order = Enumerable.Range(0, input.Claims.Count).OrderByDescending(claim => input.Claims[claim].Keys.Enterprise).ToList();
        var (straight, turned) = (Settle.Claims(input), Settle.Claims(input with { Claims = [.. order.Select(claim => input.Claims[claim])] }));
        return order.Select((claim, place) => straight.Awards[claim] == turned.Awards[place]).All(same => same);
    });

    [Fact]
    public void ProRata_OneYuanMore_CutsNoAwardByMoreThanOneYuan() => Seeds(seed =>
    {
        var input = RandomClaims.Any(seed, ShortageRule.ProRata);
        var richer = input with { Appropriations = [.. input.Appropriations.Select(money => money with { Yuan = money.Yuan + 1 })] };
        var (before, after) = (Settle.Claims(input), Settle.Claims(richer));
        return before.Awards.Zip(after.Awards).All(pair => pair.Second.Yuan >= pair.First.Yuan - 1);
    });

    [Fact]
    public void Fund_WithNothing_PaysNothing() => Seeds(seed =>
    {
        var input = RandomClaims.Any(seed, Rules[1 + (seed % 3)]);
        var empty = input with { Appropriations = [new Appropriation(0, null, 0), new Appropriation(1, null, 0)] };
        return Settle.Claims(empty).Total == 0;
    });

    [Fact]
    public void SameInput_Twice_GivesTheSameAwards() => Holds((input, result) => Settle.Claims(input).Awards.SequenceEqual(result.Awards));

    private static void Holds(Func<SettlementInput, SettlementResult, bool> law) => Seeds(seed =>
    {
        var input = RandomClaims.Any(seed, Rules[seed % Rules.Length]);
        return law(input, Settle.Claims(input));
    });

    // Every seed is one instance, so a failure names the instance that repeats it.
    private static void Seeds(Func<int, bool> law) => Assert.DoesNotContain(Enumerable.Range(0, Instances), seed => !law(seed));

    private static IEnumerable<int> Known(SettlementInput input, SettlementResult result) =>
        Enumerable.Range(0, input.Claims.Count).Where(claim => !result.Awards[claim].IsUndetermined);

    private static IEnumerable<int> Paid(SettlementInput input, SettlementResult result, Func<int, bool> measure) =>
        Enumerable.Range(0, input.Claims.Count).Where(claim => measure(input.Claims[claim].Measure) && result.Awards[claim].Yuan > 0);

    private static long Gross(Claim claim) =>
        (long)((claim.Principal is { } principal ? principal.Amount * principal.AwardPerYuan : claim.Gross) * claim.UpliftFactor).Floor();
}
