// Laws of funds and payers: nothing is paid that is not there, and every shortage rule is what its name says.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;
using BudgetSim.Tests;
using FsCheck.Fluent;
using static BudgetSim.Allocation.Tests.Settlement.SettlementCases;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class FundLawsTests
{
    private const int Cases = 1000;

    private static readonly ShortageRule[] Cutting = [ShortageRule.ProRata, ShortageRule.ProRataCeilings, ShortageRule.Selection];

    [Fact]
    public void Funds_RuleThatCuts_NeverPayMoreThanTheyHave() => Hold(Cutting, settled =>
        settled.Pots().All(pot => pot.Claims.Sum(settled.Award) <= pot.Fund.Appropriation && pot.Fund.Shortfall == 0));

    [Fact]
    public void Funds_RuleThatReports_TellTheGap() => Hold([ShortageRule.Report], settled =>
        settled.Pots().All(pot => pot.Fund.Shortfall == Math.Max(0, pot.Claims.Sum(settled.Award) - pot.Fund.Appropriation!.Value)));

    [Fact]
    public void Funds_AnyRule_ReconcileWithTheirAwards() => Hold(Enum.GetValues<ShortageRule>(), settled =>
        settled.Pots().All(pot => pot.Fund.Paid == pot.Claims.Sum(settled.Award) && pot.Fund.Claimed == pot.Claims.Sum(settled.Asked))
        && settled.Result.Total == settled.Result.Funds.Sum(fund => fund.Paid));

    [Fact]
    public void Total_AnyRule_IsTheKnownOutlaysAndSaysWhetherThereAreOthers() => Hold(Enum.GetValues<ShortageRule>(), settled =>
        settled.Result.Total == settled.Claims.Where(claim => settled.Terms(claim).IsOutlay && settled.IsKnown(claim)).Sum(settled.Award)
        && settled.Result.IsLowerBound == settled.Claims.Any(claim => settled.Terms(claim).IsOutlay && !settled.IsKnown(claim)));

    [Fact]
    public void Payers_SharesThatSumToOne_PayTheTotalOfEveryYear() => Hold(Enum.GetValues<ShortageRule>(), settled =>
        Sum(settled.Result.Payers) == settled.Result.Total
        && settled.Result.PayersByYear.All(year => Sum(year.Value) == settled.Claims
            .Where(claim => settled[claim].Year == year.Key && settled.Terms(claim).IsOutlay && settled.IsKnown(claim))
            .Sum(settled.Award)));

    [Fact]
    public void Fund_WithNothing_PaysNothing() => Laws.Hold(Any(Cutting), input =>
        Settle.Claims(input with { Appropriations = [new(0, null, 0), new(1, null, 0)] }).Total == 0, Cases);

    /// <summary>What is asked is known from a settlement that asks no fund.</summary>
    [Fact]
    public void Fund_WithExactlyWhatIsAskedOrMore_PaysEverything() => Laws.Hold(Any(Cutting), input =>
    {
        var asked = Settle.Claims(input with { Funds = [], Appropriations = [] });
        var sums = new[] { 0, 1 }
            .Select(fund => input.Claims
                .Select((claim, index) => input.Measures[claim.Measure] is { IsOutlay: true } terms && terms.Fund == fund
                    && !asked.Awards[index].IsUndetermined
                    ? asked.Awards[index].Yuan
                    : 0)
                .Sum())
            .ToArray();
        var paid = Settle.Claims(input with { Appropriations = [new(0, null, sums[0]), new(1, null, sums[1] + 1)] });
        return paid.Awards.SequenceEqual(asked.Awards) && paid.Deductions.All(taken => taken.Stage != DeductionStage.Fund);
    }, Cases);

    [Fact]
    public void Fund_WithMoreMoney_PaysNoLessInTotal() => Laws.Hold(Any(Cutting), input =>
    {
        var richer = input with
        {
            Appropriations = [.. input.Appropriations.Select((money, index) => money with { Yuan = money.Yuan + 1 + (index * 17) })],
        };
        return Settle.Claims(richer).Total >= Settle.Claims(input).Total;
    }, Cases);

    [Fact]
    public void ProRata_OneYuanMore_LowersNoAward() => Laws.Hold(Any(ShortageRule.ProRata), input =>
    {
        var richer = input with { Appropriations = [.. input.Appropriations.Select(money => money with { Yuan = money.Yuan + 1 })] };
        return Settle.Claims(input).Awards.Zip(Settle.Claims(richer).Awards).All(pair => pair.First.Yuan <= pair.Second.Yuan);
    }, Cases);

    [Fact]
    public void ProRata_ShortFund_PaysEachTheFloorOfItsShare() => Hold([ShortageRule.ProRata], settled => settled.Pots().All(pot =>
        pot.Fund.Claimed <= pot.Fund.Appropriation
            || Array.TrueForAll(
                pot.Claims, claim => settled.Award(claim) == settled.Asked(claim) * pot.Fund.Appropriation!.Value / pot.Fund.Claimed)));

    /// <summary>Of exact amounts nothing is scaled: each is paid whole while the money lasts.</summary>
    [Fact]
    public void ProRataCeilings_ShortFund_PaysExactAmountsFirstAndWhole() =>
        Hold([ShortageRule.ProRataCeilings], settled => settled.Pots().All(pot =>
            IsPaidInOrder(settled, [.. pot.Claims.Where(claim => !settled.Terms(claim).IsCeiling)])
            && (pot.Claims.Where(claim => !settled.Terms(claim).IsCeiling)
                .All(claim => settled.Award(claim) == settled.Asked(claim)) || pot.Claims.Where(claim => settled.Terms(claim).IsCeiling)
                    .All(claim => settled.Award(claim) == 0))));

    [Fact]
    public void ProRataCeilings_ShortFund_SharesTheRestToTheYuan() =>
        Hold([ShortageRule.ProRataCeilings], settled => settled.Pots().All(pot =>
        {
            var ceilings = pot.Claims.Where(claim => settled.Terms(claim).IsCeiling).ToList();
            var asked = ceilings.Sum(settled.Asked);
            var rest = Math.Max(0, pot.Fund.Appropriation!.Value - pot.Claims.Except(ceilings).Sum(settled.Asked));
            return ceilings.Sum(settled.Award) == Math.Min(rest, asked)
                && (asked <= rest || ceilings.TrueForAll(claim => settled.Award(claim) - (settled.Asked(claim) * rest / asked) is 0 or 1));
        }));

    [Fact]
    public void Selection_ShortFund_PaysInOrderUntilItIsUsed() => Hold([ShortageRule.Selection], settled =>
        settled.Pots()
            .All(pot => IsPaidInOrder(settled, pot.Claims) && pot.Fund.Paid == Math.Min(pot.Fund.Claimed, pot.Fund.Appropriation!.Value)));

    private static void Hold(ShortageRule[] rules, Func<Settled, bool> law) =>
        Laws.Hold(Any(rules).Select(input => new Settled(input)), law, Cases);

    // After a claim that is not paid in full nobody is paid.
    private static bool IsPaidInOrder(Settled settled, int[] claims)
    {
        var cut = Array.FindIndex(claims, claim => settled.Award(claim) < settled.Asked(claim));
        return cut < 0 || Array.TrueForAll(claims[(cut + 1)..], claim => settled.Award(claim) == 0);
    }

    private static Fraction Sum(IEnumerable<Fraction> parts) => parts.Aggregate(Fraction.Zero, (sum, part) => sum + part);
}
