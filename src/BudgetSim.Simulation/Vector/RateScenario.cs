// Whether an ordinary scenario is a crowd under measures of rates, and its plan for the vector kernel if it is.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Simulation.Vector;

/// <summary>
/// A scenario that <see cref="RateSimulation"/> can run: the draws, the awards and every total are those of the ordinary settlement to the
/// yuan, only faster. <paramref name="Measures"/> gives the index of each of the plan's measures in the terms of the scenario.
/// </summary>
public sealed record RateScenario(RatePlan Plan, IReadOnlyList<int> Measures)
{
    /// <summary>The plan of a scenario, or null and why the scenario is settled claim by claim.</summary>
    public static (RateScenario? Scenario, string Reason) From(ScenarioModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (NotPlain(model) is { } shape) return (null, shape);
        var cohort = model.Pool.Cohorts[0];
        var parts = cohort.Claims.Select(claim => RatePart.From(model, cohort, claim)).ToList();
        if (parts.Find(part => part.Reason.Length > 0) is { } refused) return (null, refused.Reason);
        if (parts.Select(part => (part.FirmCap, part.FirmCapDrawers)).Distinct().Count() > 1)
            return (null, "the measures have different ceilings per enterprise");
        if (parts.Select(part => part.Terms.Fund).Distinct().Count() > 1) return (null, "the measures are paid from several funds");
        var (fund, unclear) = FundOf(model, parts[0].Terms.Fund);
        if (unclear is not null) return (null, unclear);
        var plan = new RatePlan([.. parts.Select(part => part.Measure!)], (int)((Fixed)cohort.Count).Value, model.Pool.Factors.Count)
        {
            FirmCap = CanBind(parts) ? parts[0].FirmCap : null,
            Fund = fund,
        };
        return RateSimulation.Unsuited(plan) is { } bounds
            ? (null, bounds)
            : (new RateScenario(plan, [.. parts.Select(part => part.Index)]), "");
    }

    // A ceiling that all awards of an enterprise together cannot reach is none.
    private static bool CanBind(List<RatePart> parts) =>
        parts.Sum(part => (decimal)(part.Measure!.Cap ?? long.MaxValue)) > parts[0].FirmCap;

    private static string? NotPlain(ScenarioModel model)
    {
        var plain = new ScenarioModel(model.Terms, model.Pool)
        {
            Where = model.Where,
            Years = model.Years,
            Seed = model.Seed,
            Replications = model.Replications,
            Funds = model.Funds,
            Parameters = model.Parameters,
            UpliftBudgets = model.UpliftBudgets,
        };
        if (model != plain || model.Years.Count != 1 || model.UpliftBudgets.Count > 0)
            return "it has more than one year, or settings for claims one by one";
        var pool = new Pool(model.Pool.Factors, model.Pool.Populations, model.Pool.Cohorts) { FactorTitles = model.Pool.FactorTitles };
        if (model.Pool != pool || pool.Cohorts.Count != 1) return "its pool is more than one cohort";
        if (RegionNames.Of(model.Pool).Count > 0) return "its enterprises are in several places";
        var cohort = model.Pool.Cohorts[0];
        if (!CrowdDraws.Suits(cohort, model.Terms))
            return $"'{cohort.Name}' is not a crowd: its own enterprises, take-up of at most 10 %, no attribute for two measures";
        if (cohort.Claims.Select(claim => claim.Measure).Distinct().Count() != cohort.Claims.Count) return "a measure is claimed twice";
        if (cohort.Plan.Growth != 0 || cohort.Plan.ByYear.Count > 0 || !cohort.Plan.Covers(model.Years[0]))
            return $"'{cohort.Name}' does not come up in the same number every year";
        return cohort is { Count: Fixed { Value: >= 1 and < 1 << 20 } count, Loading: null } && count.Value == Math.Floor(count.Value)
            ? null
            : $"'{cohort.Name}' has no fixed number of subjects";
    }

    // The money that cuts pro rata; null if nothing is cut.
    private static (long? Fund, string? Unclear) FundOf(ScenarioModel model, int fund)
    {
        if (fund < 0 || model.Terms.Funds[fund] != new FundTerms(model.Terms.Funds[fund].Id, model.Terms.Funds[fund].Shortage))
            return (null, "its fund pays in stated years only, or is not known");
        var own = model.Funds
            .Where(money => model.Terms.FundIndex(money.Fund) == fund && (money.Year is null || money.Year == model.Years[0]))
            .ToList();
        if (own.Count > 1) return (null, "its fund has more than one amount for the year");
        return model.Terms.Funds[fund].Shortage switch
        {
            ShortageRule.Report => (null, null),
            ShortageRule.ProRata => (own.Count == 1 ? own[0].Yuan : null, null),
            _ => (null, "its fund is shared out in another way than pro rata"),
        };
    }
}
