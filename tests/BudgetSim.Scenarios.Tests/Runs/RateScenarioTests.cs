// An ordinary scenario of rates runs on the vector kernel with every figure that settling claim by claim gives.
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Vector;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Runs;

public sealed class RateScenarioTests
{
    [Theory]
    [InlineData("firm")]
    [InlineData("aggregate")]
    public void Run_OnTheKernel_IsClaimByClaimToTheYuan(string mode)
    {
        var model = Read(mode, 3);
        var (rates, claims) =
            (RunReplications.Run(model, 2, progress: null, CancellationToken.None),
             RunReplications.ClaimByClaim(model, new RunControl(2), progress: null, CancellationToken.None));
        Assert.Equal((ForecastEngine.Rates, ForecastEngine.Claims), (rates.Engine, claims.Engine));
        Assert.True(claims.Claims.Sum() > 3 * 8_000);
        Assert.Equal(claims.Paid, rates.Paid);
        Assert.Equal(claims.Demand, rates.Demand);
        Assert.Equal(claims.PayerFen, rates.PayerFen);
        Assert.Equal(claims.PayerYearFen, rates.PayerYearFen);
        Assert.Equal(claims.MeasureClaims, rates.MeasureClaims);
        Assert.Equal(claims.Claims, rates.Claims);
        Assert.Equal(claims.PaidClaims, rates.PaidClaims);
        Assert.Equal(claims.Gross, rates.Gross);
        Assert.Equal(claims.Undetermined, rates.Undetermined);
        Assert.Equal(claims.Deducted, rates.Deducted);
        Assert.Equal(claims.Finished, rates.Finished);
    }

    [Theory]
    [InlineData(700)]
    [InlineData(1000)]
    [InlineData(1900)]
    public void Kernel_StoppedAndContinued_KeepsTheBitsOfAWholeRun(int after)
    {
        var model = Few(2500);
        var stretches = new List<byte[]>();
        var control = new RunControl(2) { Keep = (forecast, first) => stretches.Add(ForecastBytes.Stretch(forecast, first)) };
        using var stop = new CancellationTokenSource();
        var stopped = RunReplications.Run(model, control, new Watch(done => { if (done >= after) stop.Cancel(); }), stop.Token);
        Assert.InRange(stopped.Finished, after, 2499);
        var earlier = ForecastBytes.Empty(model);
        Assert.All(stretches, bytes => Assert.True(ForecastBytes.Continue(earlier, bytes)));
        Assert.Equal(stopped.Finished, earlier.Finished);
        var resumed = RunReplications.Run(model, new RunControl(1) { Earlier = earlier }, progress: null, CancellationToken.None);
        Assert.Equal(ForecastEngine.Rates, resumed.Engine);
        Assert.Equal(ForecastBytes.Of(RunReplications.Run(model, 2, progress: null, CancellationToken.None)), ForecastBytes.Of(resumed));
    }

    [Fact]
    public void Kernel_WithAPrecision_EndsWhereClaimByClaimEnds()
    {
        var model = Few(10_000);
        var control = new RunControl(2) { Precision = new PrecisionTarget(PrecisionTarget.Total, 0.5, 0.025) };
        var (rates, claims) =
            (RunReplications.Run(model, control, progress: null, CancellationToken.None),
             RunReplications.ClaimByClaim(model, control, progress: null, CancellationToken.None));
        Assert.Equal((ForecastEngine.Rates, true, false), (rates.Engine, rates.IsPrecise, rates.WasStopped));
        Assert.InRange(rates.Finished, 2000, 9000); // neither at the first checkpoint nor at the end
        Assert.Equal(ForecastBytes.Of(claims), ForecastBytes.Of(rates));
    }

    // 12,000 firms with the shares of the policy file: 8,820 claims a year on average, binomially spread.
    [Fact]
    public void Crowd_ClaimsPerReplication_AreTheTakeUpTimesTheFirms()
    {
        var forecast = RunReplications.Run(Read("firm", 400), 2, progress: null, CancellationToken.None);
        var cohort = forecast.Model.Pool.Cohorts[0];
        var (mean, variance) =
            (cohort.Claims.Sum(claim => 12_000 * claim.TakeUp.Mean),
             cohort.Claims.Sum(claim => 12_000 * claim.TakeUp.Mean * (1 - claim.TakeUp.Mean)));
        Assert.Equal(8_820, mean, 6);
        Assert.InRange((forecast.Claims.Sum() / 400.0) - mean, -4 * Math.Sqrt(variance / 400), 4 * Math.Sqrt(variance / 400));
    }

    [Theory]
    [InlineData("crowd-30/cloud/caps/1/shortage", "in-order", "shared in another way")]
    [InlineData("crowd-30/cloud/when", "cloud_base > 10000", "its condition is not")]
    [InlineData("crowd-30/cloud/ceiling", "true", "beyond rate")]
    [InlineData("crowd-30/cloud/figures/firm_cap", "900万", "different ceilings")]
    public void Scenario_OfAnotherShape_SaysWhyAndIsSettledClaimByClaim(string path, string value, string reason)
    {
        var model = Read("firm", 1, path, value);
        var (scenario, why) = RateScenario.From(model);
        Assert.Null(scenario);
        Assert.Contains(reason, why, StringComparison.Ordinal);
        Assert.Equal(ForecastEngine.Claims, RunReplications.Run(model, 1, progress: null, CancellationToken.None).Engine);
    }

    [Fact]
    public void Scenario_OfManyCohorts_SaysWhy()
    {
        var model = ScenarioFile.Read(Repository.PathTo(
            "scenarios", "fuzhou-software-fund"), Repository.PathTo("seeds"), new ScenarioOverrides()).Value!.Model;
        Assert.Contains("more than one year", RateScenario.From(model).Reason, StringComparison.Ordinal);
    }

    private static ScenarioModel Read(string mode, int replications, string? path = null, string? value = null)
    {
        var folder = Repository.PathTo("benchmarks", "montecarlo");
        var changes = path is null ? [] : new[] { Change(path, value!) };
        return ScenarioFile.Read(Path.Combine(
            folder,
            mode), Path.Combine(folder, "seeds"), new ScenarioOverrides { Replications = replications, Changes = changes }).Value!.Model;
    }

    // 60 firms instead of 12,000, so that claim by claim is quick too.
    private static ScenarioModel Few(int replications)
    {
        var model = Read("firm", replications);
        return model with { Pool = model.Pool with { Cohorts = [model.Pool.Cohorts[0] with { Count = new Fixed(60) }] } };
    }

    private static PathChange Change(string path, string value) => new(path, new ScalarNode(default, value, ScalarForm.Plain), default);

    private sealed class Watch(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
