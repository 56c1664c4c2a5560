// Reads how a fund is to be split over its clauses, and finds what does not fit the scenario before anything runs.
using BudgetSim.Allocation.FundSplit;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>The part <c>split</c> of a scenario: <c>{ fund, aim: worst_years, level: 95%, transfers: 20%, floors, ceilings }</c>.</summary>
internal static class SplitPlanReader
{
    private const double WorstTwentieth = 0.95;

    internal static readonly Dictionary<string, SplitAim> Aims = new()
    {
        ["expected_shortfall"] = SplitAim.ExpectedShortfall,
        ["worst_years"] = SplitAim.ConditionalValueAtRisk,
    };

    public static SplitPlan Read(NodeReader split) => new(split.Text("fund"), Bounds(split, "floors"), Bounds(split, "ceilings"))
    {
        Aim = split.OptionalChoice("aim", Aims, SplitAim.ExpectedShortfall),
        Level = split.OptionalNumber("level")?.ToDouble() ?? WorstTwentieth,
        TransferShare = split.OptionalNumber("transfers")?.ToDouble() ?? 0,
        Where = split.Where,
    };

    /// <summary>Faults of a fund without money, of clauses it does not pay, and of numbers that cannot be.</summary>
    public static IEnumerable<Diagnostic> Faults(ScenarioHeader header, LibraryTerms terms)
    {
        if (header.Split is not { } plan) return [];
        var fund = terms.FundIndex(plan.Fund);
        if (fund < 0)
            return [Diagnostic.Error(
                plan.Where,
                "BS311",
                $"the policies of this scenario have no fund '{plan.Fund}' to split",
                NearestName.Hint(plan.Fund, terms.Funds.Select(known => known.Id)))];
        if (header.FirstAppropriation(plan.Fund) is not { } money) return [NoMoney(plan, header.Years[0])];
        var ids = terms.Measures.Where(measure => measure.Fund == fund).Select(measure => measure.Id).ToList();
        var unknown = plan.Floors.Concat(plan.Ceilings)
            .Where(bound => !ids.Contains(bound.Key))
            .Select(bound => NoClause(plan, bound.Key, bound.Value.Where, ids));
        return [.. unknown, .. FundSplitFaults.Of(plan.Problem(money.Yuan, ids, new long[1, ids.Count]), plan.Where)];
    }

    private static Dictionary<string, SplitBound> Bounds(NodeReader split, string key) =>
        split.OptionalMap(key, bound => new SplitBound(bound.AsNumber(), bound.KeyWhere)).ToDictionary(StringComparer.Ordinal);

    // Another year may be asked for on the command line, so this does not stop the run.
    private static Diagnostic NoMoney(SplitPlan plan, int year) =>
        Diagnostic.Warning(
            plan.Where,
            "BS313",
            $"the fund to split, '{plan.Fund}', has no appropriation in {year}, so it is not split",
            "add it under funds");

    private static Diagnostic NoClause(SplitPlan plan, string id, Place where, List<string> ids) =>
        Diagnostic.Error(where, "BS312", $"'{id}' is no clause that {plan.Fund} pays", NearestName.Hint(id, ids));
}
