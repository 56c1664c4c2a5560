// A smaller take-up has claims of the larger one, so a sweep of it compares the same draws.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Tests.Pools;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class TakeUpCouplingTests
{
    private const string Software = "fuzhou-2026-5/a3.6.2", Path = "pool/c/take_up/" + Software;

    // Subject by subject: whoever applies at 40 % applies at 50 %, with the same award.
    [Fact]
    public void Claims_OfASmallerTakeUp_AreAmongThoseOfALarger()
    {
        var (fewer, more) = (Claims("50%", "80%"), Claims("50%", "100%"));
        Assert.InRange(fewer.Count, 1, more.Count - 1);
        Assert.Contains(fewer, claim => claim.Gross.Sign > 0);
        Assert.Empty(fewer.Except(more));
    }

    // By jumps, at most one in ten: the first claims of the larger take-up, with the same awards.
    [Fact]
    public void Claims_OfASmallerTakeUpOfACrowd_AreTheFirstOfALarger()
    {
        var (fewer, more) = (Claims("10%", "60%"), Claims("10%", "100%"));
        Assert.InRange(fewer.Count, 1, more.Count - 1);
        Assert.Equal(more.Take(fewer.Count).Select(claim => claim.Gross), fewer.Select(claim => claim.Gross));
    }

    private static List<(int Enterprise, Core.Quantities.Fraction Gross)> Claims(string takeUp, string factor)
    {
        using var trial = new PoolTrial(
            $"cohorts:\n  c: {{ count: 400, attributes: {{ is_sme: true, is_industrial_enterprise: true, cloud_software_cost: 'median 8万, p90 45万' }}, claims: [ {{ measure: {Software}, take_up: {takeUp} }} ] }}\n");
        var model = trial.Source().Make([VariantSource.Step(Path, factor, Place.Of("test"))]).Model;
        return [.. new Replicate(model).Claims(0).Claims.Select(claim => (claim.Keys.Enterprise, claim.Gross))];
    }
}
