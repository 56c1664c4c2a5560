// What every claim of a measure has in common is shared, and what a claim has of its own is not lost to it.
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Policy.Tests.Columns;

namespace BudgetSim.Policy.Tests.Entitlements;

public sealed class EntitleTests
{
    private static readonly Measure Capped = RuleTexts.Measure("true", "0.1 * investment") with
    {
        Caps = [RuleTexts.Cap("5000000")],
        Payers = [
            new PayerShare("city", RuleTexts.Of("0.6"), When: null, IsStated: true),
            new PayerShare("county", RuleTexts.Of("0.4"), When: null, IsStated: true),
        ],
    };

    [Fact]
    public void FromFacts_CeilingWithoutHistory_HasItsWholeRoom() =>
        Assert.Equal([new Room(5_000_000, 0)], Read(Capped, []).Caps);

    [Fact]
    public void FromFacts_CeilingWithHistory_RemembersWhatWasPaid() =>
        Assert.Equal([new Room(5_000_000, 1_200_000)], Read(Capped, new() { ["paid_this_year"] = Value.Of(1_200_000L) }).Caps);

    [Fact]
    public void FromFacts_CeilingThatReadsAFact_FollowsTheFact()
    {
        var compiled = RuleTexts.Compile(Capped with { Caps = [RuleTexts.Cap("investment / 2")] });
        Assert.Equal([new Room(50, 0)], Read(compiled, 100).Caps);
        Assert.Equal([new Room(100, 0)], Read(compiled, 200).Caps);
    }

    [Fact]
    public void FromFacts_SharesOfTheText_AreTheFractions() =>
        Assert.Equal([new PaidShare("city", Fraction.Of(3, 5)), new PaidShare("county", Fraction.Of(2, 5))], Read(Capped, []).Payers);

    [Fact]
    public void FromFacts_PayerUnderACondition_PaysOnlyWhereItHolds()
    {
        var compiled = RuleTexts.Compile(Capped with
        {
            Payers = [new PayerShare("county", RuleTexts.Of("1"), RuleTexts.Of("investment > 150"), IsStated: true)],
        });
        Assert.Empty(Read(compiled, 100).Payers);
        Assert.Single(Read(compiled, 200).Payers);
    }

    [Fact]
    public void FromFacts_PrincipalCeiling_LeavesTheFrameAsItWas()
    {
        var compiled = RuleTexts.Compile(RuleTexts.Measure("true", "0.02 * loan_principal") with
        {
            PrincipalCaps = [new PrincipalCap("loan_principal", RuleTexts.Of("1000"), CapScope.EnterpriseLifetime, [])],
        });
        var frame = compiled.Frame(new Dictionary<string, Value> { ["loan_principal"] = Value.Of(700L) });
        var before = frame.ToArray();
        var principal = Entitle.FromFacts(compiled, frame).Principal!;
        Assert.Equal(before, frame);
        Assert.Equal((Fraction)700, principal.Amount);
        Assert.Equal(Fraction.Of(1, 50), principal.AwardPerYuan);
        Assert.Equal([new Room(1000, 0)], principal.Caps);
    }

    private static Entitlement Read(Measure measure, Dictionary<string, Value> facts)
    {
        var compiled = RuleTexts.Compile(measure);
        return Entitle.FromFacts(compiled, compiled.Frame(facts));
    }

    private static Entitlement Read(CompiledMeasure compiled, long investment) =>
        Entitle.FromFacts(compiled, compiled.Frame(new Dictionary<string, Value> { ["investment"] = Value.Of(investment) }));
}
