// Each step of an assessment, in its fixed order.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Policy.Tests.Entitlements;

public sealed class EntitleTests
{
    private static readonly Measure Strict = Rules.Grant with
    {
        When = Rules.Parse("is_sme"),
        OnceKeys = ["enterprise"],
        Exclusions = [new Exclusion(["doc/other"], ExclusionKey.Project, Keep.Highest, "art. 9")],
        Quota = new Quota(Rules.Parse("3"), "year", "rank", ""),
        Requires = ["money"],
    };

    private static readonly (string, Value)[] Good =
        [("event_date", Value.Of("2026-06-30")), ("is_sme", Value.True), ("rank", Rules.Number(3)), ("money", Rules.Number(1))];

    private static Standing StandingWith(params (string Name, Value Value)[] facts) =>
        Rules.Entitle(Strict, [.. Good.Where(good => facts.All(fact => fact.Name != good.Item1)), .. facts]).Standing;

    [Fact]
    public void Entitle_EverythingInOrder_GivesTheAmount() => Assert.Equal((Standing.Entitled, 100), (StandingWith(), (long)Rules.Entitle(Strict, Good).Gross.Floor()));

    [Theory]
    [InlineData("2025-12-31", Standing.OutsideValidity)]
    [InlineData("2026-01-01", Standing.Entitled)]
    [InlineData("2026-12-31", Standing.Entitled)]
    [InlineData("2027-01-01", Standing.OutsideValidity)]
    public void Window_BothEnds_AreInside(string date, Standing standing) => Assert.Equal(standing, StandingWith(("event_date", Value.Of(date))));

    [Fact]
    public void Condition_Fails_IsNotEligible() => Assert.Equal(Standing.NotEligible, StandingWith(("is_sme", Value.False)));

    [Fact]
    public void Once_PaidBefore_IsUsedUp() => Assert.Equal(Standing.AlreadyPaid, StandingWith((FactNames.AlreadyPaid, Value.True)));

    [Fact]
    public void Exclusive_TakenBefore_PaysNothing() => Assert.Equal(Standing.ExclusiveAwardTaken, StandingWith((FactNames.ExclusiveAwardTaken, Value.True)));

    [Theory]
    [InlineData(1, Standing.Entitled)]
    [InlineData(4, Standing.OutsideQuota)]
    [InlineData(0, Standing.OutsideQuota)]
    public void Quota_Rank_MustLieInside(long rank, Standing standing) => Assert.Equal(standing, StandingWith(("rank", Rules.Number(rank))));

    [Fact]
    public void Quota_WithoutRank_IsUndetermined() => Assert.Equal(Standing.RankMissing, StandingWith(("rank", Value.Null)));

    [Fact]
    public void Requires_FactNotGiven_IsUndeterminedAndNamed()
    {
        var entitlement = Rules.Entitle(Strict, [.. Good.Where(fact => fact.Item1 != "money")]);
        Assert.Equal((Standing.FactMissing, "money", true), (entitlement.Standing, entitlement.Missing, entitlement.IsUndetermined));
    }

    // A claim that is not eligible pays 0 even where a fact is missing: it is never undetermined.
    [Fact]
    public void Order_ConditionBeforeFacts_NotEligibleIsZero() =>
        Assert.False(Rules.Entitle(Strict, ("event_date", Value.Of("2026-06-30"))).IsUndetermined);

    [Fact]
    public void Formula_FactNotKnown_IsUndeterminedAndNamed()
    {
        var entitlement = Rules.Entitle(Rules.Grant with { Formula = new Formula.Stated(Rules.Parse("unknown_money * 2")) });
        Assert.Equal((Standing.AmountNotKnown, "unknown_money"), (entitlement.Standing, entitlement.Missing));
    }

    [Fact]
    public void Draft_NotInForce_PaysNothing()
    {
        var compiled = Rules.Compile(Rules.Grant, isDraft: true);
        Assert.Equal(Standing.DraftNotInForce, Entitle.FromFacts(compiled, compiled.Frame(new Dictionary<string, Value>())).Standing);
    }

    [Fact]
    public void Caps_WithHistory_KeepBothNumbers()
    {
        var measure = Rules.Grant with { Caps = [new MoneyCap(Rules.Parse("80"), CapScope.EnterpriseYear, RenewsYearly: true, [])] };
        var room = Assert.Single(Rules.Entitle(measure, ("paid_this_year", Rules.Number(30))).Caps);
        Assert.Equal((80, 30), ((long)room.Amount.Floor(), (long)room.Used.Floor()));
    }

    [Theory]
    [InlineData(true, "1.5")]
    [InlineData(false, "1")]
    public void Uplift_OnlyWhereItsConditionHolds(bool holds, string factor)
    {
        var measure = Rules.Grant with { Uplift = new Uplift(Rules.Parse("3 / 2"), Rules.Parse("is_sme"), "art. 4") };
        Assert.Equal(factor, QuantityText.Format(Rules.Entitle(measure, ("is_sme", Value.Of(holds))).UpliftFactor));
    }

    // What was assessed and the payout ratio bind "at most" amounts only; an exact amount does not scale.
    [Theory]
    [InlineData(true, "0.5")]
    [InlineData(false, "1")]
    public void PayoutRatio_ExactAmount_DoesNotScale(bool isCeiling, string ratio) =>
        Assert.Equal(ratio, QuantityText.Format(Rules.Entitle(Rules.Grant with { IsCeiling = isCeiling }, (FactNames.PayoutRatio, Value.Of(Fraction.Of(1, 2)))).PayoutRatio));

    [Fact]
    public void Payers_ByCondition_OnlyThoseThatHold()
    {
        var measure = Rules.Grant with
        {
            Payers = [new PayerShare("city", Rules.Parse("3 / 10"), Rules.Parse("is_sme"), true), new PayerShare("county", Rules.Parse("1"), Rules.Parse("not is_sme"), true)],
        };
        Assert.Equal("county", Assert.Single(Rules.Entitle(measure).Payers).Payer);
    }

    // The formula on one yuan of principal says all where the principal itself has a ceiling.
    [Fact]
    public void Principal_WithACeiling_IsKeptApartFromTheFormula()
    {
        var measure = Rules.Grant with
        {
            Formula = new Formula.Interest(Rules.Parse("principal"), Rules.Parse("1 / 100"), Rules.Parse("12")),
            PrincipalCaps = [new PrincipalCap("principal", Rules.Parse("500"), CapScope.EnterpriseYear, [])],
        };
        var principal = Rules.Entitle(measure, ("principal", Rules.Number(1000))).Principal!;
        Assert.Equal((1000, Fraction.Of(1, 100), 500), ((long)principal.Amount.Floor(), principal.AwardPerYuan, (long)principal.Caps[0].Amount.Floor()));
    }
}
