// Take-up, approval and payout that differ from replication to replication, against their closed forms.
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Scenarios.Tests.Runs;

public sealed class SharesTests
{
    private const double Award = 200_000;
    private const int Replications = 2000;

    [Theory]
    [InlineData("take_up: 60%", 0.6, 0)]
    [InlineData("take_up: between 50% and 70%", 0.6, 0.2 * 0.2 / 12)] // variance of a uniform share of width 0.2
    [InlineData("take_up: about 60% ± 10%", 0.6, 0.0036960)] // (0.1 / 1.6449)^2
    [InlineData("take_up: 80%, approval: 75%", 0.6, 0)]
    public void TakeUp_OfFortyEntitled_HasTheMomentsOfItsMixture(string claim, double mean, double variance)
    {
        var forecast = SmallScenario.Run(SmallScenario.Header + $"replications: {Replications}\n", SmallScenario.Pool(claim, "40"));
        var claims = forecast.MeasureClaims[forecast.Model.Terms.IndexOf(SmallScenario.Measure)].Select(count => (double)count).ToArray();
        var estimate = Means.Of(claims);
        Assert.InRange(estimate.Value, (40 * mean) - (4 * estimate.StandardError), (40 * mean) + (4 * estimate.StandardError));
        // n p (1-p) within a replication, n (n-1) Var(p) between them.
        var expected = (40 * mean * (1 - mean)) + (40 * 39 * variance);
        Assert.InRange(Means.Variance(claims, estimate.Value) / expected, 0.88, 1.12); // four standard errors of a variance of 2000
    }

    [Fact]
    public void PayoutRatio_OfTheScenario_IsOneShareForTheWholeReplication()
    {
        var outlay = SmallScenario.Outlay(SmallScenario.Run(
            SmallScenario.Header + "replications: 500\npayout_ratio: between 80% and 100%\n", SmallScenario.Pool()));
        var shares = outlay.Select(yuan => yuan / (10 * Award)).ToArray();
        Assert.All(shares, share => Assert.InRange(share, 0.8, 1));
        // ten independent shares would have a tenth of it
        Assert.InRange(Means.Variance(shares, shares.Average()), 0.2 * 0.2 / 12 * 0.85, 0.2 * 0.2 / 12 * 1.15);
    }

    [Fact]
    public void PayoutRatio_OfAnotherMeasure_ChangesNothing()
    {
        const string replications = "replications: 50\n";
        var plain = SmallScenario.Outlay(SmallScenario.Run(SmallScenario.Header + replications, SmallScenario.Pool()));
        var other = SmallScenario.Outlay(SmallScenario.Run(
            SmallScenario.Header + replications + "payout_ratio: { sanming-2025-39/2.5.a: 50% }\n", SmallScenario.Pool()));
        Assert.Equal(plain, other);
    }

    [Fact]
    public void PayoutRatio_OfTheCandidates_WinsOverTheScenarios()
    {
        var outlay = SmallScenario.Outlay(SmallScenario.Run(
            SmallScenario.Header + "replications: 3\npayout_ratio: 50%\n", SmallScenario.Pool(more: ", payout_ratio: 90%")));
        Assert.Equal([1_800_000, 1_800_000, 1_800_000], outlay);
    }

    [Theory]
    [InlineData(
        "take_up: about 95% ± 10%", "pool.yaml:5:58: error BS355: take_up: a share lies from 0% to 100%, found a distribution from 85")]
    [InlineData(
        "take_up: between 50% and 170%",
        "pool.yaml:5:58: error BS355: take_up: a share lies from 0% to 100%, found a distribution from 50")]
    [InlineData("take_up: 50%, approval: 150%", "pool.yaml:5:73: error BS310: approval: a probability lies from 0% to 100%, found 150.0")]
    public void Share_ThatCannotBe_IsRefusedAtItsPlace(string claim, string expected) =>
        Assert.Contains(
            SmallScenario.Read(SmallScenario.Header, SmallScenario.Pool(claim)).Diagnostics,
            fault => fault.ToString().StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData(
        "carry_over: { nobodys_fund: { claims: paid_first } }\n",
        "scenario.yaml:5:15: error BS356: the policies of this scenario have no fund 'nobodys_fund' to carry over")]
    [InlineData(
        "carry_over: { sanming_industrial_development_fund: { claims: paid_first } }\n",
        "scenario.yaml:5:15: error BS356: the carry-over of 'sanming_industrial_development_fund' needs an appropriation for every year, and 2026 has none")]
    [InlineData(
        "precision: very\n",
        "scenario.yaml:5:12: error BS357: a precision is a quantile, what it is of, and a width above 0% and below 100%, found 'very'; write P95 of total within 2%, or 2%")]
    [InlineData(
        "precision: P90 of totl within 1%\n",
        "scenario.yaml:5:12: error BS358: no measure or fund 'totl' whose precision could be judged; did you mean 'total'?")]
    [InlineData(
        "payout_ratio: { sanming-2025-39/1.1.z: 80% }\n",
        "scenario.yaml:5:17: error BS359: payout_ratio names the unknown measure 'sanming-2025-39/1.1.z'; did you mean 'sanming-2025-39/1.1.")]
    public void Setting_ThatNamesNothing_IsRefused(string lines, string expected) =>
        Assert.Contains(
            SmallScenario.Read(SmallScenario.Header + lines, SmallScenario.Pool()).Diagnostics,
            fault => fault.ToString().StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void EvenlySpread_WithManyFactorYears_IsRefused()
    {
        const string factors = "factors: { a: { zh: 甲, en: a }, b: { zh: 乙, en: b } }\n";
        var faults = SmallScenario.Read(SmallScenario.Header
            .Replace("2026\n", "{ from: 2021, to: 2030 }\n", StringComparison.Ordinal) + "sampling: evenly_spread\n",
            factors + SmallScenario.Pool()).Diagnostics;
        Assert.Contains(
            faults,
            fault =>
                fault.ToString()
                    == "scenario.yaml:5:11: error BS360: evenly spread sampling holds for at most 17 factors times years, found 2 times 10; write sampling: antithetic, or run fewer years");
    }
}
