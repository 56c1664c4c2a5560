// Rosters as a pool: as they are, grown, drawn from, with loans in a file of their own.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Tests.Pools;

public sealed class RosterTests
{
    private const string Firms = "企业,集团,is_software_enterprise,is_registered_and_operating_in_fuzhou\n甲,G,是,是\n乙,G,是,是\n丙,,否,是\n";
    private const string Loans =
        "企业,贷款,loan_interest_rate,loan_months,technology_loan_principal\n甲,L1,4%,12,600万\n甲,L2,4%,6,600万\n乙,L1,4%,12,100万\n丙,L1,4%,12,100万\n";
    private const string Claims = "    claims: [ { measure: fuzhou-2026-5/a4.4.a, take_up: 100% } ]\n";

    // 1 % a year of the principal: 60,000 + 30,000 for 甲 and 10,000 for 乙; 丙 is no software enterprise.
    [Fact]
    public void Roster_AsItIs_PaysWhatItsRowsSay()
    {
        using var trial = Trial("    roster: { file: firms.csv, loans: loans.csv }\n", "{ from: 2026, to: 2027 }");
        var model = trial.Model();
        var (input, result) = new Replicate(model).Run(3);
        Assert.Equal([60_000L, 30_000, 10_000, 0], result.Awards.Take(4).Select(award => award.Yuan));
        Assert.Equal(200_000, result.Total);
        Assert.Equal([0, 0, 1, 2], input.Claims.Take(4).Select(claim => claim.Keys.Enterprise));
        // the same firms and loans next year
        Assert.Equal(input.Claims.Take(4).Select(claim => claim.Keys), input.Claims.Skip(4).Select(claim => claim.Keys));
        Assert.Equal((0, 0, -1), (input.Claims[0].Keys.Group, input.Claims[2].Keys.Group, input.Claims[3].Keys.Group));
        Assert.Equal(4, input.Claims.Take(4).Select(claim => claim.Keys.Loan).Distinct().Count());
    }

    [Fact]
    public void Roster_Grown_AddsCopiesThatAreOtherEnterprises()
    {
        using var trial = Trial("    roster: { file: firms.csv, loans: loans.csv }\n    growing: 100%\n", "{ from: 2026, to: 2027 }");
        var later = new Replicate(trial.Model()).Claims(0).Claims.Where(claim => claim.Year == 2027).ToList();
        Assert.Equal(6, later.Select(claim => claim.Keys.Enterprise).Distinct().Count()); // 3 x 2
        Assert.Equal(later.Count, later.Select(claim => (claim.Keys.Enterprise, claim.Keys.Loan)).Distinct().Count());
    }

    [Fact]
    public void Roster_Resampled_IsDrawnWithReplacementUnlessDistinct()
    {
        using var drawn = Trial("    roster: { file: firms.csv, loans: loans.csv, resampled: true }\n    count: 300\n");
        var claims = new Replicate(drawn.Model()).Claims(0).Claims;
        Assert.Equal(300, claims.Select(claim => claim.Keys.Enterprise).Distinct().Count());
        // Each draw brings 4/3 loans in the mean with variance 2/9: 400 +- 4 x sqrt(300 x 2/9) = 33.
        Assert.InRange(claims.Count, 367, 433);
        using var distinct = Trial(
            "    roster: { file: firms.csv, loans: loans.csv, resampled: true }\n    count: 3\n    distinct: true\n");
        Assert.Equal([0, 0, 1, 2], new Replicate(distinct.Model()).Claims(0).Claims.Select(claim => claim.Keys.Enterprise).Order());
    }

    [Fact]
    public void RosterPopulation_UnderInventedProjects_KeepsItsFactsAndGroups()
    {
        var pool =
            "populations:\n  firms: { roster: firms.csv }\ncohorts:\n  c:\n    population: firms\n    count: 90\n    attributes: { loan_interest_rate: 4%, loan_months: 12, technology_loan_principal: 100万 }\n"
                + Claims;
        using var trial = new PoolTrial(pool, "2026", ("firms.csv", Firms));
        var claims = new Replicate(trial.Model()).Claims(0).Claims;
        Assert.All(claims, claim => Assert.Equal(claim.Keys.Enterprise == 2 ? ClaimState.Nothing : ClaimState.Known, claim.State));
        Assert.All(claims, claim => Assert.Equal(claim.Keys.Enterprise == 2 ? -1 : 0, claim.Keys.Group));
        Assert.Equal([0, 1, 2], claims.Select(claim => claim.Keys.Enterprise).Distinct().Order());
    }

    private static PoolTrial Trial(string source, string years = "2026") =>
        new("cohorts:\n  c:\n" + source + Claims, years, ("firms.csv", Firms), ("loans.csv", Loans));
}
