// A tornado moves each assumption over the range that its scenario states, or over its own P10 to P90, and says so.
using System.Globalization;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Laboratory.Tornadoes;
using BudgetSim.Scenarios.Tests.Pools;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class RangeTests
{
    private const string Factory = "fuzhou-2026-5/a3.4.c";

    // Each of the newly listed factories gets 200,000 yuan, and all apply.
    [Theory]
    [InlineData("80..140", "80", "140")]
    [InlineData("80%..140%", "80%", "140%")]
    public void Count_OfAStatedRange_IsRunAtItsEnds(string range, string low, string high)
    {
        using var trial = new PoolTrial(
            $"cohorts:\n  c: {{ count: 100, range: {range}, attributes: {{ newly_listed_5g_factory: true }}, claims: [ {{ measure: {Factory}, take_up: 100% }} ] }}\n");
        var (row, factor) = Row(trial, "count");
        Assert.Equal(RangeBasis.Stated, factor.Range);
        Assert.Equal((low, 80 * 200_000L, high, 140 * 200_000L), (row.LowSetting.En, row.Low.P95, row.HighSetting.En, row.High.P95));
    }

    // 35 % may be 25 % to 45 %; nobody says how far the number may be off.
    [Fact]
    public void Chance_OfAStatedRange_HasItsEnds_AndWhatStatesNoneMovesByAFifth()
    {
        using var trial = new PoolTrial(
            $"cohorts:\n  c: {{ count: about 100 a year, attributes: {{ newly_listed_5g_factory: {{ chance: 35%, range: 25%..45% }} }}, claims: [ {{ measure: {Factory}, take_up: 60% }} ] }}\n");
        var factors = Factors(trial);
        var chance = factors.Single(factor => factor.Path == "pool/c/newly_listed_5g_factory");
        Assert.Equal((RangeBasis.Stated, "35%"), (chance.Range, chance.Now));
        Assert.Equal(
            [0.25, 0.45],
            chance.Settings.Select(setting => Math.Round(
                ((AttributeDraw.Chance)setting.Variant.Model.Pool.Cohorts[0].Attributes[0].Draw).Probability, 9)));
        foreach (var name in new[] { "count", $"take_up/{Factory}" })
        {
            var other = factors.Single(factor => factor.Path == $"pool/c/{name}");
            Assert.Equal(RangeBasis.Fallback, other.Range);
            Assert.Equal(["80%", "120%"], other.Settings.Select(setting => setting.Text));
        }
    }

    // A rate of 1.5 % that may be 1 % to 2 %; a plain number without a range is no factor.
    [Fact]
    public void PlainNumber_OfAStatedRange_Moves()
    {
        using var trial = new PoolTrial(
            $"cohorts:\n  c: {{ count: 5, attributes: {{ loan_interest_rate: {{ value: 1.5%, range: 1%..2% }}, loan_months: 12 }}, claims: [ {{ measure: fuzhou-2026-5/a4.4.a, take_up: 60% }} ] }}\n");
        var factors = Factors(trial);
        var rate = factors.Single(factor => factor.Path == "pool/c/loan_interest_rate");
        Assert.Equal(
            [0.01, 0.02],
            rate.Settings.Select(
                setting =>
                    ((AttributeDraw.Given)setting.Variant.Model.Pool.Cohorts[0].Attributes[0].Draw).Value.Number
                        .ToDouble()));
        Assert.DoesNotContain(factors, factor => factor.Path == "pool/c/loan_months");
    }

    // A beta distribution of mean 0.6 and deviation 0.1 / 1.645: by the normal curve its P10 is 0.6 - 1.2816 x 0.0608 = 0.522, its P90
    // 0.678.
    [Fact]
    public void UncertainShare_IsHeldAtItsOwnQuantiles()
    {
        using var trial = new PoolTrial(
            $"cohorts:\n  c: {{ count: 10, claims: [ {{ measure: {Factory}, take_up: about 60% ± 10% }} ] }}\n");
        var factor = Factors(trial).Single(factor => factor.Path == $"pool/c/take_up/{Factory}");
        Assert.Equal(RangeBasis.Own, factor.Range);
        double[] held = [.. factor.Settings
            .Select(setting => Assert.IsType<Fixed>(setting.Variant.Model.Pool.Cohorts[0].Claims[0].TakeUp).Value)];
        Assert.InRange(held[0], 0.517, 0.527);
        Assert.InRange(held[1], 0.673, 0.683);
        Assert.Equal([held[0], held[1]], factor.Settings.Select(setting => Percent(setting.Text)), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    // Between 80 and 120: P10 is 84, P90 116.
    [Fact]
    public void UncertainCount_IsHeldAtItsOwnQuantiles()
    {
        using var trial = new PoolTrial(
            $"cohorts:\n  c: {{ count: between 80 and 120, attributes: {{ newly_listed_5g_factory: true }}, claims: [ {{ measure: {Factory}, take_up: 100% }} ] }}\n");
        var (row, factor) = Row(trial, "count");
        Assert.Equal((RangeBasis.Own, "P10 = 84", "P90 = 116"), (factor.Range, row.LowSetting.En, row.HighSetting.En));
        Assert.All(row.Low.Outlay, yuan => Assert.Equal(84 * 200_000, yuan));
        Assert.All(row.High.Outlay, yuan => Assert.Equal(116 * 200_000, yuan));
    }

    // A ceiling is paid at 80 to 100 %, every time the same where it is held; p10..p90 is 82 to 98 %.
    [Fact]
    public void Attribute_OfItsOwnQuantiles_IsHeldThere()
    {
        using var trial = new PoolTrial(
            $"cohorts:\n  c: {{ count: 5, attributes: {{ payout_ratio: {{ value: between 80% and 100%, range: p10..p90 }} }}, claims: [ {{ measure: {Factory}, take_up: 60% }} ] }}\n");
        var factor = Factors(trial).Single(factor => factor.Path == "pool/c/payout_ratio");
        Assert.Equal(["P10 = 82%", "P90 = 98%"], factor.Settings.Select(setting => setting.Text));
        Assert.Equal(
            [0.82, 0.98],
            factor.Settings.Select(setting => Math.Round(
                ((Fixed)((AttributeDraw.Amount)setting.Variant.Model.Pool.Cohorts[0].Attributes[0].Draw).Distribution).Value,
                9)));
    }

    // Twenty payments in each of ten years leave a mean of 20 with a deviation of about sqrt(200)/10 = 1.4, a little more for the trend;
    // half of 200 entitled applied: P10 of Beta(100.5, 100.5) is 0.5 - 1.2816 sqrt(0.25 / 202) = 0.455.
    [Fact]
    public void PastPayments_AreHeldAtTheQuantilesOfTheirFit()
    {
        var rows = Enumerable.Range(2016, 10)
            .SelectMany(year => Enumerable.Range(0, 20).Select(index => $"{year},{Factory},E{index},{10 + (index % 5)}万,40\n"));
        using var trial = new PoolTrial(
            "cohorts:\n  past: { history: past.csv }\n",
            "2026",
            ("past.csv", "year,measure,enterprise,amount,entitled\n" + string.Concat(rows)));
        var factors = Factors(trial);
        double[] Ends(string what) =>
            [.. factors.Single(factor => factor.Path.Contains(what, StringComparison.Ordinal)).Settings
                .Select(setting => Number(setting.Text))];
        Assert.All(factors, factor => Assert.Equal(RangeBasis.Own, factor.Range));
        var (count, amount, takeUp) = (Ends("/count"), Ends("/amount"), Ends("/take_up/"));
        Assert.InRange(count[0], 33, 38.9);
        Assert.InRange(count[1], 41.1, 47);
        Assert.InRange(amount[0], 11, 12);
        Assert.InRange(amount[1], 12, 13);
        Assert.InRange(takeUp[0] / 100, 0.468 - 0.003, 0.468 + 0.003);
        Assert.InRange(takeUp[1] / 100, 0.532 - 0.003, 0.532 + 0.003);
    }

    // A count by year moves in every year.
    [Fact]
    public void CountByYear_Moved_MovesEveryYear()
    {
        using var trial = new PoolTrial(
            $"cohorts:\n  c: {{ count: {{ 2026: 10, 2027: 20 }}, attributes: {{ newly_listed_5g_factory: true }}, claims: [ {{ measure: {Factory}, take_up: 100% }} ] }}\n",
            "{ from: 2026, to: 2027 }");
        var (row, _) = Row(trial, "count");
        Assert.Equal((24 * 200_000L, 36 * 200_000L), (row.Low.P95, row.High.P95));
    }

    [Fact]
    public void Figure_FundAndPayoutRatio_MoveOverTheRangesOfTheScenario()
    {
        using var trial = new PoolTrial(
            $"cohorts:\n  c: {{ count: 10, attributes: {{ newly_listed_5g_factory: true }}, claims: [ {{ measure: {Factory}, take_up: 100% }} ] }}\n")
            .With(
                $"ranges: {{ {Factory}/amount: 10万..50万, funds/fuzhou_software_fund: 1000万..2000万 }}\npayout_ratio: between 50% and 100%\n");
        var source = trial.Source();
        Assert.Empty(Tornado.Check(source));
        var factors = Tornado.Factors(source, [FactorKind.Policy, FactorKind.Pool]);
        var tornado = Tornado.Run(source, factors, Lab.Runs());
        var row = tornado.Rows.Single(row => row.Path == $"{Factory}/amount");
        Assert.Equal(
            (RangeBasis.Stated, "10万", 10 * 100_000L, "50万", 10 * 500_000L),
            (row.Range, row.LowSetting.En, row.Low.P95, row.HighSetting.En, row.High.P95));
        Assert.Contains(factors, factor => factor.Path == "funds/fuzhou_software_fund" && factor.Range == RangeBasis.Stated);
        var payout = factors.Single(factor => factor.Path == "payout_ratio/*");
        Assert.Equal((RangeBasis.Own, "P10 = 55%", "P90 = 95%"), (payout.Range, payout.Settings[0].Text, payout.Settings[1].Text));
    }

    [Theory]
    [InlineData(
        "fuzhou-2026-5/a3.4.c/amuont: 10万..50万", "BS753",
        "'fuzhou-2026-5/a3.4.c/amuont' is no figure, fund or number parameter of this scenario",
        "did you mean 'fuzhou-2026-5/a3.4.c/amount'?")]
    [InlineData(
        "fuzhou-2026-5/a3.4.c/amount: 50万..10万", "BS754",
        "the range of 'fuzhou-2026-5/a3.4.c/amount' goes from a value of at least 0 to a larger one, found '50万..10万'",
        "write 300万..800万, or 2%..4% for a share")]
    public void BadRangeOfAScenario_GivesExactlyThisMessage(string range, string code, string message, string hint)
    {
        using var trial = new PoolTrial($"cohorts:\n  c: {{ count: 10, claims: [ {{ measure: {Factory}, take_up: 100% }} ] }}\n")
            .With($"ranges: {{ {range} }}\n");
        var fault = Assert.Single(trial.Read().Diagnostics);
        Assert.Equal((code, message, hint, Severity.Error), (fault.Code, fault.Message, fault.Hint, fault.Severity));
        Assert.Equal(5, fault.Where.Line);
    }

    private static IReadOnlyList<TornadoFactor> Factors(PoolTrial trial) => Tornado.Factors(trial.Source(), [FactorKind.Pool]);

    private static (TornadoRow Row, TornadoFactor Factor) Row(PoolTrial trial, string what)
    {
        var source = trial.Source();
        var factors = Tornado.Factors(source, [FactorKind.Pool]);
        var tornado = Tornado.Run(source, factors, Lab.Runs());
        return (tornado.Rows.Single(row => row.Path == $"pool/c/{what}"), factors.Single(factor => factor.Path == $"pool/c/{what}"));
    }

    private static double Percent(string setting) => Number(setting) / 100;

    private static double Number(string setting) => double.Parse(setting.Split("= ")[1].TrimEnd('%', '万'), CultureInfo.InvariantCulture);
}
