// What must not matter to a settlement: names, the order of enterprises, claims worth nothing, the unit of money.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;
using BudgetSim.Tests;
using FsCheck.Fluent;
using static BudgetSim.Allocation.Tests.Settlement.SettlementCases;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class InvarianceLawsTests
{
    private const int Cases = 1000;

    /// <summary>Rules that share a shortage without asking who came first.</summary>
    private static readonly ShortageRule[] WithoutOrder = [ShortageRule.Report, ShortageRule.ProRata];

    [Fact]
    public void SameInput_Twice_GivesTheSameInEveryPart() => Laws.Hold(Every, input =>
    {
        var (first, second) = (Settle.Claims(input), Settle.Claims(input));
        return first.Awards.SequenceEqual(second.Awards) && first.Deductions.SequenceEqual(second.Deductions)
            && first.Funds.SequenceEqual(second.Funds) && first.Payers.SequenceEqual(second.Payers);
    }, Cases);

    [Fact]
    public void Record_SwitchedOff_ChangesNoAward() => Laws.Hold(Every, input =>
        Settle.Claims(input with { IsRecorded = false }) is var silent && silent.Deductions.Count == 0
            && silent.Awards.SequenceEqual(Settle.Claims(input).Awards),
        Cases);

    /// <summary>
    /// The order inside an enterprise stays; enterprises change places. A park's ceiling and a budget line are used in the order of claims,
    /// so they take no part.
    /// </summary>
    [Fact]
    public void Enterprises_InAnotherOrder_GetTheSame() => Laws.Hold(Any(WithoutOrder), drawn =>
    {
        var input = drawn with { Claims = [.. drawn.Claims.Where(claim => claim.Measure is not (Park or Line))] };
        var order = Enumerable.Range(0, input.Claims.Count).OrderByDescending(claim => input.Claims[claim].Keys.Enterprise).ToList();
        var (straight, turned) =
            (Settle.Claims(input), Settle.Claims(input with { Claims = [.. order.Select(claim => input.Claims[claim])] }));
        return order.Select((claim, place) => straight.Awards[claim] == turned.Awards[place]).All(same => same);
    }, Cases);

    [Fact]
    public void Enterprises_UnderOtherNumbers_GetTheSame() => Laws.Hold(Every, input =>
        Settle.Claims(Renamed(
            input,
            keys => keys with
            {
                Enterprise = 900_000 - (keys.Enterprise * 131_071),
                Project = keys.Project < 0 ? -1 : 70_000 + keys.Project,
                Item = keys.Item < 0 ? -1 : 5_000_000 - keys.Item,
            }))
            .Awards.SequenceEqual(Settle.Claims(input).Awards), Cases);

    [Fact]
    public void Years_MovedTogether_GetTheSame() => Laws.Hold(Every, input =>
        Settle.Claims(input with
        {
            Claims = [.. input.Claims.Select(claim => claim with { Year = claim.Year + 10 })],
            Appropriations = [.. input.Appropriations.Select(money => money with { Year = money.Year + 10 })],
        })
            .Awards.SequenceEqual(Settle.Claims(input).Awards), Cases);

    [Fact]
    public void Claims_WorthNothing_ChangeNobodysAward() =>
        Laws.Hold(from input in Every
                  from measure in Gen.Choose(0, Measures.Count - 1)
                  from place in Gen.Choose(0, input.Claims.Count)
                  select (input, measure, place), drawn =>
              {
                  var nothing = new Claim("nothing", drawn.measure, new ClaimKeys(0, 0, 0, 0, Group: 0, Park: 0), Year)
                  {
                      State = ClaimState.Nothing,
                  };
                  var with = Settle.Claims(drawn.input with
                  {
                      Claims = [.. drawn.input.Claims.Take(drawn.place), nothing, .. drawn.input.Claims.Skip(drawn.place)],
                  }).Awards;
                  return with.Where((_, claim) => claim != drawn.place).SequenceEqual(Settle.Claims(drawn.input).Awards);
              }, Cases);

    /// <summary>Without what enterprises share, each is settled as if it were alone.</summary>
    [Fact]
    public void Enterprise_SettledAlone_GetsTheSame() => Laws.Hold(Any(ShortageRule.Report), drawn =>
    {
        var input = drawn with
        {
            Claims = [.. drawn.Claims.Where(claim => claim.Measure is not (Park or Line or Group or Programme))
                .Select(claim => claim with { UpliftPot = UpliftPot.Unlimited })],
        };
        var together = Settle.Claims(input);
        return input.Claims
            .Select((claim, index) => (claim.Keys.Enterprise, Award: together.Awards[index]))
            .GroupBy(entry => entry.Enterprise)
            .All(own => Settle.Claims(input with { Claims = [.. input.Claims.Where(claim => claim.Keys.Enterprise == own.Key)] }).Awards
                .SequenceEqual(own.Select(entry => entry.Award)));
    }, Cases);

    /// <summary>
    /// In whole yuan and without anything that is rounded before the fund, thrice the money is thrice the award; pro rata rounds down once.
    /// </summary>
    [Fact]
    public void Money_InAnotherUnit_IsPaidInThatUnit() =>
        Laws.Hold(Any(ShortageRule.Report, ShortageRule.ProRata, ShortageRule.Selection), drawn =>
        {
            var input = drawn with
            {
                UpliftPots = [],
                Claims = [.. drawn.Claims.Where(claim => claim.Measure is not (Group or Programme)).Select(InWholeYuan)],
            };
            var (awards, thrice) = (Settle.Claims(input).Awards, Settle.Claims(Times(input, 3)).Awards);
            var leftOver = input.Funds[0].Shortage == ShortageRule.ProRata ? 2 : 0;
            return awards.Zip(thrice).All(pair => pair.Second.Yuan - (3 * pair.First.Yuan) is var more && more >= 0 && more <= leftOver);
        }, Cases);

    private static SettlementInput Renamed(SettlementInput input, Func<ClaimKeys, ClaimKeys> rename) =>
        input with { Claims = [.. input.Claims.Select(claim => claim with { Keys = rename(claim.Keys) })] };

    private static Claim InWholeYuan(Claim claim) => claim with
    {
        Gross = Whole(claim.Gross) * 20,
        Principal = claim.Principal is { } principal ? principal with { Amount = Whole(principal.Amount) * 20 } : null,
        UpliftFactor = claim.UpliftFactor == 1 ? 1 : 2,
        UpliftPot = UpliftPot.Unlimited,
        PayoutRatio = 1,
        OtherPolicyAward = Whole(claim.OtherPolicyAward),
    };

    private static SettlementInput Times(SettlementInput input, int times) => input with
    {
        Appropriations = [.. input.Appropriations.Select(money => money with { Yuan = money.Yuan * times })],
        BudgetLines = [.. input.BudgetLines.Select(line => line * times)],
        Claims = [.. input.Claims.Select(claim => claim with
        {
            Gross = claim.Gross * times,
            Principal = claim.Principal is { } principal
                ? principal with { Amount = principal.Amount * times, Caps = [.. principal.Caps.Select(room => Times(room, times))] }
                : null,
            Caps = [.. claim.Caps.Select(room => Times(room, times))],
            OtherPolicyAward = claim.OtherPolicyAward * times,
        })],
    };

    private static Fraction Whole(Fraction yuan) => Fraction.Of(yuan.Floor(), 1);

    private static Room Times(Room room, int times) => new(room.Amount * times, room.Used * times);
}
