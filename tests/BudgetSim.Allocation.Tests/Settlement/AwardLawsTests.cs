// Laws of single awards and of what claims take from each other, on drawn settlements.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;
using BudgetSim.Tests;
using FsCheck.Fluent;
using static BudgetSim.Allocation.Tests.Settlement.SettlementCases;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class AwardLawsTests
{
    private const int Cases = 1000;

    [Fact]
    public void Awards_AnyClaims_AreNotNegativeAndNotAboveTheEntitlement() => Hold(settled =>
        settled.Claims.All(claim => settled.Award(claim) >= 0
            && settled.Award(claim) <= Worth.Alone(settled.Terms(claim), settled[claim])));

    [Fact]
    public void Awards_ClaimWithNothing_AreNothing() => Hold(settled =>
        settled.Claims.All(claim => settled[claim].State != ClaimState.Nothing || settled.Result.Awards[claim] == default));

    [Fact]
    public void Deductions_WithTheAward_AreTheGross() => Hold(settled =>
        settled.Claims.All(claim => settled[claim].State == ClaimState.Undetermined
            || settled.Award(claim) + settled.Taken(claim)
                .Sum(taken => taken.Yuan) == (settled[claim].State == ClaimState.Known ? Gross(settled[claim]) : Gross(settled[claim] with
                {
                    UpliftFactor = 1,
                }))));

    /// <summary>
    /// The rival is an earlier claim or one of the same project, loan or year; the ceiling and the fund are those of the measure.
    /// </summary>
    [Fact]
    public void Deductions_AnyClaims_SayWhoOrWhatTookThem() => Hold(settled => settled.Result.Deductions.All(taken =>
        taken.Yuan > 0 && Enum.IsDefined(taken.Stage) && taken.Stage switch
        {
            DeductionStage.OnceRule =>
                settled[taken.Detail].Measure == Once && settled[taken.Detail].Keys.Enterprise == settled[taken.Claim].Keys.Enterprise
                    && taken.Detail != taken.Claim,
            DeductionStage.Exclusion =>
                settled[taken.Detail].Measure == Once && settled[taken.Claim].Measure == Yielding
                    && settled[taken.Detail].Year == settled[taken.Claim].Year,
            DeductionStage.LaneChoice =>
                Clash(settled[taken.Claim].Measure, settled[taken.Detail].Measure)
                    && settled[taken.Detail].Keys.Project == settled[taken.Claim].Keys.Project,
            DeductionStage.LoanExclusion =>
                settled[taken.Detail].Keys.Loan == settled[taken.Claim].Keys.Loan
                    && settled[taken.Detail].Measure != settled[taken.Claim].Measure,
            DeductionStage.OwnCap or DeductionStage.SharedCap or DeductionStage.GroupCap =>
                taken.Detail >= 0 && taken.Detail < settled.Terms(taken.Claim).Caps.Count,
            DeductionStage.BudgetLine => taken.Detail == settled[taken.Claim].BudgetLine,
            DeductionStage.Fund => taken.Detail == settled.Terms(taken.Claim).Fund,
            _ => true,
        }));

    [Fact]
    public void OnceKey_AnyClaims_IsPaidOnce() => Hold(settled =>
        settled.Paid(Once).Where(claim => settled[claim].Keys is { Item: >= 0 } or { Project: >= 0 })
            .GroupBy(claim => (settled[claim].Keys.Enterprise,
                settled[claim].Keys.Item,
                Project: settled[claim].Keys.Item < 0 ? settled[claim].Keys.Project : -1))
            .All(key => key.Count() == 1));

    [Fact]
    public void Lanes_AnyClaims_AreCompatibleOnEveryProject() => Hold(settled =>
        settled.Paid(LaneA)
            .Where(claim => settled[claim].Keys.Project >= 0)
            .All(claim => !settled.Paid(LaneB, LaneC)
                .Any(other => settled[other].Keys.Enterprise == settled[claim].Keys.Enterprise
                    && settled[other].Keys.Project == settled[claim].Keys.Project)));

    [Fact]
    public void Loans_RivalMeasures_ArePaidOneOfThem() => Hold(settled =>
        settled.Paid(Loan, RivalLoan)
            .GroupBy(claim => (settled[claim].Keys.Enterprise, settled[claim].Keys.Loan))
            .All(loan => loan.Select(claim => settled[claim].Measure).Distinct().Count() == 1));

    [Fact]
    public void YieldingMeasure_BesideTheOther_IsNotPaid() => Hold(settled =>
        !settled.Paid(Yielding)
            .Any(claim => settled.Paid(Once)
                .Any(other => settled[other].Keys.Enterprise == settled[claim].Keys.Enterprise
                    && settled[other].Year == settled[claim].Year)));

    [Fact]
    public void Ceilings_SharedByAnEnterpriseAProgrammeAGroupOrAPark_Hold() => Hold(settled =>
        WithinRoom(settled, settled.Paid(LaneA, LaneB).GroupBy(claim => (settled[claim].Keys.Enterprise, settled[claim].Year)))
        && WithinRoom(settled, settled.Paid(Programme).GroupBy(claim => (0, settled[claim].Year)))
        && WithinRoom(settled, settled.Paid(Group).GroupBy(claim => (settled[claim].Keys.Group, settled[claim].Year)))
        && WithinRoom(settled, settled.Paid(Park).GroupBy(claim => (settled[claim].Keys.Park, settled[claim].Year))));

    // The subsidy is a twentieth of the principal.
    [Fact]
    public void Principal_OfOneEnterprise_IsSubsidisedUpToItsCeiling() => Hold(settled =>
        settled.Paid(Loan).GroupBy(claim => settled[claim].Keys.Enterprise).All(group =>
            group.Sum(claim => settled.Award(claim))
                * 20 <= group.Max(claim => settled[claim].Principal!.Caps[0].Amount - settled[claim].Principal!.Caps[0].Used)));

    [Fact]
    public void TopUp_WithTheOtherLevel_IsNotMoreThanTheHigherOfBoth() => Laws.Hold(Any(ShortageRule.Report), input =>
    {
        var settled = new Settled(input);
        return settled.Paid(TopUp).All(claim =>
        {
            var before = settled.Paid(Once)
                .Where(other => IsBefore(settled, other, claim)
                    && (settled[other].Keys.Item < 0 || settled[claim].Keys.Item < 0
                        || settled[other].Keys.Item == settled[claim].Keys.Item))
                .Sum(settled.Award);
            return settled.Award(claim) + before <= Fraction.Max(Worth.Alone(settled.Terms(claim), settled[claim]), before);
        });
    }, Cases);

    [Fact]
    public void BudgetLine_OnceShort_PaysNobodyBehindThoseWhoGoFirst() => Hold(settled =>
    {
        var line = settled.Claims.Where(claim => settled[claim].Measure == Line).ToList();
        bool IsCut(int claim) => settled.Taken(claim).Any(taken => taken.Stage == DeductionStage.BudgetLine);
        return line.Sum(settled.Award) <= settled.Input.BudgetLines[0]
            && (!line.Any(claim => settled[claim].GoesFirst && IsCut(claim)) || line.TrueForAll(claim => settled[claim].GoesFirst
                || settled.Award(claim) == 0));
    });

    private static void Hold(Func<Settled, bool> law) => Laws.Hold(Every.Select(input => new Settled(input)), law, Cases);

    private static bool Clash(int a, int b) => (a == LaneA && b is LaneB or LaneC) || (b == LaneA && a is LaneB or LaneC);

    private static bool IsBefore(Settled settled, int a, int b) =>
        settled[a].Keys.Enterprise == settled[b].Keys.Enterprise && (settled[a].Year, a).CompareTo((settled[b].Year, b)) < 0;

    private static bool WithinRoom(Settled settled, IEnumerable<IGrouping<(int, int), int>> holders) =>
        holders.All(
            holder => holder.Sum(settled.Award) <= holder.Max(claim => settled[claim].Caps[0].Amount - settled[claim].Caps[0].Used));

    private static long Gross(Claim claim) =>
        (long)((claim.Principal is { } principal ? principal.Amount * principal.AwardPerYuan : claim.Gross) * claim.UpliftFactor).Floor();
}
