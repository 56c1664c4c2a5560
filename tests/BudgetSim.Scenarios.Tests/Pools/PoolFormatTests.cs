// What pool.yaml can say, seen in the claims that are filed.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Tests.Pools;

public sealed class PoolFormatTests
{
    private const string Loans = "claims: [ { measure: fuzhou-2026-5/a4.4.a, take_up: 100% } ]";
    private const string Software =
        "is_software_enterprise: true, is_registered_and_operating_in_fuzhou: true, loan_interest_rate: 4%, loan_months: 12";

    [Fact]
    public void Count_GrowingOrByYear_IsThatMany()
    {
        var counts = Counts($"cohorts:\n  c: {{ count: '40, growing 5%', {Loans} }}\n", "{ from: 2026, to: 2027 }");
        Assert.Equal([40, 42], counts); // 40 x 1.05
        Assert.Equal([3, 7], Counts($"cohorts:\n  c: {{ count: {{ 2026: 3, 2027: 7 }}, {Loans} }}\n", "{ from: 2026, to: 2027 }"));
        Assert.Equal([0, 5], Counts($"cohorts:\n  c: {{ count: 5, years: {{ from: 2027 }}, {Loans} }}\n", "{ from: 2026, to: 2027 }"));
    }

    [Fact]
    public void ThirtyYearsOfManyOwnEnterprises_AllHaveNumbersOfTheirOwn()
    {
        var cohorts = string.Concat(Enumerable.Range(0, 12).Select(cohort => $"  c{cohort}: {{ count: 20, {Loans} }}\n"));
        var claims = Claims($"cohorts:\n{cohorts}", out _, "{ from: 2030, to: 2059 }");
        Assert.Equal(30 * 12 * 20, claims.Select(claim => claim.Keys.Enterprise).Distinct().Count());
        Assert.Equal(30 * 12 * 20, claims.Select(claim => claim.Keys.Project).Distinct().Count());
        Assert.All(claims, claim => Assert.True(claim.Keys is { Enterprise: >= 0, Project: >= 0 }));
    }

    [Fact]
    public void Nested_ProjectsAndLoans_FileOncePerLevel()
    {
        var claims = Claims(
            "cohorts:\n  c:\n    count: 10\n    projects_each: 2\n    loans_each: 3\n    claims:\n      - { measure: fuzhou-2026-5/a4.4.a, take_up: 100% }\n      - { measure: fuzhou-2026-5/a4.2.2, take_up: 100%, per: project }\n      - { measure: fuzhou-2026-5/a4.1.a, take_up: 100%, per: enterprise }\n",
            out var model);
        int Of(string measure) => claims.Count(claim => claim.Measure == model.Terms.IndexOf(measure));
        Assert.Equal((60, 20, 10), (Of("fuzhou-2026-5/a4.4.a"), Of("fuzhou-2026-5/a4.2.2"), Of("fuzhou-2026-5/a4.1.a")));
        Assert.Equal(
            (10, 20, 60),
            (claims.Select(claim => claim.Keys.Enterprise).Distinct().Count(),
             claims.Select(claim => claim.Keys.Project).Distinct().Count(),
             claims.Select(claim => claim.Keys.Loan).Distinct().Count()));
    }

    [Fact]
    public void Distinct_DrawsOfAPopulation_TakeNobodyTwice()
    {
        var pool =
            $"populations:\n  firms: {{ count: 30, groups: {{ count: 2 }}, parks: {{ count: 3 }} }}\ncohorts:\n  c: {{ population: firms, count: 30, distinct: true, {Loans} }}\n";
        var claims = Claims(pool, out _);
        Assert.Equal(Enumerable.Range(0, 30), claims.Select(claim => claim.Keys.Enterprise).Order());
        Assert.Equal([0, 1], claims.Select(claim => claim.Keys.Group).Distinct().Order());
        Assert.Equal([0, 1, 2], claims.Select(claim => claim.Keys.Park).Distinct().Order());
    }

    [Fact]
    public void RankBy_AnAttribute_PutsTheLargestFirstAndFormulasFollow()
    {
        var pool =
            "cohorts:\n  c:\n    count: 12\n    attributes:\n      is_basic_or_industrial_software_product: true\n      is_registered_and_operating_in_fuzhou: true\n      annual_revenue: median 1000万, p90 5000万\n      prior_year_annual_revenue: { formula: annual_revenue / 2 }\n      selection_rank: rank by prior_year_annual_revenue\n    claims: [ { measure: fuzhou-2026-5/a4.3.1, take_up: 100% } ]\n";
        using var trial = new PoolTrial(pool);
        var model = trial.Model();
        var facts = new List<Value[]>();
        var claims = new Replicate(model).Claims(0, facts).Claims;
        var measure = model.Terms.Compiled[claims[0].Measure];
        Assert.Equal(
            Enumerable.Range(1, 12).Select(rank => (double)rank),
            facts.Select(fact => fact[measure.SlotOf("selection_rank")].Number.ToDouble()));
        Assert.Equal(6, claims.Count(claim => claim.State == ClaimState.Known)); // the quota of a4.3.1
    }

    [Fact]
    public void Correlations_OfNormalScores_AreThoseWritten()
    {
        var pool =
            $"cohorts:\n  c:\n    count: 4000\n    attributes: {{ {Software}, technology_loan_principal: 'lognormal mean 100万 sd 50万', tax_credit_loan_principal: 'lognormal mean 100万 sd 50万' }}\n    correlations: {{ technology_loan_principal: {{ tax_credit_loan_principal: 0.7 }} }}\n    {Loans}\n";
        using var trial = new PoolTrial(pool);
        var model = trial.Model();
        var facts = new List<Value[]>();
        var measure = model.Terms.Compiled[new Replicate(model).Claims(0, facts).Claims[0].Measure];
        double[] Logs(string name) => [.. facts.Select(fact => Math.Log(fact[measure.SlotOf(name)].Number.ToDouble()))];
        var (x, y) = (Logs("technology_loan_principal"), Logs("tax_credit_loan_principal"));
        var (mx, my) = (x.Average(), y.Average());
        var correlation = x.Zip(y)
            .Sum(pair => (pair.First - mx) * (pair.Second - my))
                / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
        Assert.InRange(correlation, 0.7 - 0.033, 0.7 + 0.033); // four standard errors: 4 (1 - 0.49) / sqrt(4000)
    }

    [Fact]
    public void Dates_BetweenTwoDays_LieThere()
    {
        var pool =
            $"cohorts:\n  c: {{ count: 200, date: 3月1日至4月30日, attributes: {{ {Software}, technology_loan_principal: 100万 }}, {Loans} }}\n";
        using var trial = new PoolTrial(pool);
        var model = trial.Model();
        var facts = new List<Value[]>();
        var measure = model.Terms.Compiled[new Replicate(model).Claims(0, facts).Claims[0].Measure];
        var days = facts.Select(fact => fact[measure.SlotOf(measure.Measure.Validity.DateAttribute)].Text!).ToList();
        Assert.All(days, day => Assert.InRange(day, "2026-03-01", "2026-04-30"));
        Assert.True(days.Distinct().Count() > 40);
    }

    private static int[] Counts(string pool, string years)
    {
        var claims = Claims(pool, out var model, years);
        return [.. model.Years.Select(year => claims.Count(claim => claim.Year == year))];
    }

    private static IReadOnlyList<Claim> Claims(string pool, out ScenarioModel model, string years = "2026")
    {
        using var trial = new PoolTrial(pool, years);
        model = trial.Model();
        return new Replicate(model).Claims(0).Claims;
    }
}
