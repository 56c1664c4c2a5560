// Amounts whose sum over the replications cannot be kept to the fen are refused as a fault of the scenario, not of the program.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Tests.Runs;

/// <summary>2^63 fen are 92,233,720,368,547,758.07 yuan: 92 awards of 10^15 yuan fit, 93 do not.</summary>
public sealed class SumLimitTests
{
    private const long Largest = 1_000_000_000_000_000;

    [Theory]
    [InlineData(92, 1)]
    [InlineData(1, 92)]
    [InlineData(23, 4)]
    public void Sum_ThatFits_IsKept(int claims, int replications)
    {
        var forecast = Run(claims, replications, "");
        Assert.All(SmallScenario.Outlay(forecast), yuan => Assert.Equal(claims * Largest, yuan));
        Assert.Equal(claims * Largest * replications, forecast.Gross.Sum());
        Assert.Equal(claims * Largest * replications * 100, forecast.PayerParts.Sum(parts => parts.Sum()));
    }

    [Theory]
    [InlineData(93, 1, "9E+16")]
    [InlineData(1, 93, "1E+15")]
    [InlineData(31, 3, "3E+16")]
    [InlineData(10_000, 1, "1E+19")]
    public void Sum_ThatDoesNotFit_IsRefusedWithTheMeasure(int claims, int replications, string yuan)
    {
        var refused = Assert.Throws<RefusedInputException>(() => Run(claims, replications, "")).Fault;
        Assert.Equal("scenario.yaml", Path.GetFileName(refused.Where.File));
        Assert.Equal("BS860", refused.Code);
        Assert.StartsWith("the claims under fuzhou-2026-5/a2.4 come to about ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(yuan[..1], refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            $" yuan in one replication of {replications}; all replications together may pay 9.2x10^16 yuan",
            refused.Message,
            StringComparison.Ordinal);
    }

    // 3 x 10^16 is below the limit for every payer by itself, but nobody pays the rest: it is the outlay that counts.
    [Fact]
    public void Sum_OfOutlaysWithoutAPayer_CountsToo() =>
        Assert.Equal(
            "BS860",
            Assert.Throws<RefusedInputException>(() =>
                Run(31, 3, "  fuzhou-2026-5/a2.4/payers: [ { payer: fuzhou_city, share: 1%, basis: implied } ]\n")).Fault.Code);

    private static Forecast Run(int claims, int replications, string change) => SmallScenario.Run(
        $"title: {{ zh: 试, en: trial }}\npolicies: [fuzhou-2026-5]\nyears: 2026\nreplications: {replications}\nchanges:\n  fuzhou-2026-5/a2.4/amount: {Largest}\n{change}",
        $"cohorts:\n  c:\n    count: {claims}\n    attributes: {{ newly_recognised_technology_innovation_demonstration_enterprise: true }}\n    claims: [ {{ measure: fuzhou-2026-5/a2.4, take_up: 100% }} ]\n");
}
