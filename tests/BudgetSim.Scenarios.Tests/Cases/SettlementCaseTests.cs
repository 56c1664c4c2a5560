// Worked settlements: what their parameters do, and how a slip of the pen in them is told.
using BudgetSim.Scenarios.Cases;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Cases;

public sealed class SettlementCaseTests : IDisposable
{
    private const string Cloud =
        "{\"id\": \"c1\", \"measure\": \"sanming-2025-39/2.6.a\", \"inputs\": {\"is_industrial_enterprise\": true, \"is_first_cloud_purchase_year\": true, \"cloud_service_fee\": 60000}}";
    private readonly TemporaryFolder _folder = new();

    // The tiers of a1.2 stand outside the text; a higher policy states 6,000,000, which gives way to no ceiling of a1.2, and 50 % of it is
    // granted.
    [Fact]
    public void SuperiorPolicy_WhereTheTextStatesNoAmount_PaysItsTermThroughThePayers() => Assert.Empty(Differences(
        "\"parameters\": {\"superior_policy\": {\"c1\": \"6000000\"}}",
        "{\"id\": \"c1\", \"measure\": \"fuzhou-2026-5/a1.2\", \"inputs\": {\"bid_task_completed\": true, \"payout_ratio\": 0.5}}",
        "\"awards\": {\"c1\": 3000000}, \"total\": 3000000, \"payers\": {\"fuzhou_city\": 3000000}"));

    // Half of 15,000 is 7,500; half of 1,000,000 is 500,000, of which the pot has 450,000.
    [Fact]
    public void UpliftBudget_AsOnePot_IsReadByTheRowThatShowsTheExtra() => Assert.Empty(Differences(
        "\"parameters\": {\"uplift_budget_left\": 450000}",
        $"{Uplift("c1", 15000)}, {Uplift("c2", 1000000)}",
        "\"awards\": {\"c1\": 7500, \"c2\": 450000}, \"total\": 0"));

    [Fact]
    public void UpliftBudget_ByMeasure_IsReadByTheRowThatShowsTheExtra() => Assert.Empty(Differences(
        "\"parameters\": {\"uplift_budget_left\": {\"fuzhou-2026-5/a1.4\": 100000}}",
        Uplift("c1", 1000000),
        "\"awards\": {\"c1\": 100000}"));

    [Theory]
    [InlineData(
        "\"funds\": {\"sanming_industrial_development_fund\": -5}",
        "1:81: error BS232: a fund holds whole yuan from 0 to 10000000000000000, found -5;")]
    [InlineData(
        "\"funds\": {\"sanming_industrial_development_fund@2O26\": 5}",
        "1:42: error BS234: expected a year from 1990 to 2200, found '2O26';")]
    [InlineData(
        "\"funds\": {\"sanming_industrial_development_fund@\": 5}", "1:42: error BS234: expected a year from 1990 to 2200, found ''")]
    [InlineData("\"funds\": {\"sanming_fund\": 5}", "1:42: error BS206: unknown fund 'sanming_fund'")]
    [InlineData(
        "\"parameters\": {\"uplift_budget_left\": -5}",
        "1:69: error BS201: uplift_budget_left: expected a number that is not negative, found '-5'")]
    [InlineData(
        "\"parameters\": {\"uplift_budget_left\": {\"fuzhou-2026-5/a3.1\": -5}}",
        "1:92: error BS820: the amount of 'fuzhou-2026-5/a3.1' is -5, expected yuan from 0; write it without the minus sign, or leave it out")]
    [InlineData(
        "\"parameters\": {\"uplift_budget_left\": {\"fuzhou-2026-5/a3.1\": \"x\"}}",
        "1:92: error BS033: fuzhou-2026-5/a3.1 is 'x', expected a number")]
    [InlineData(
        "\"parameters\": {\"uplift_budget_left\": {\"fuzhou-2026-5/a31\": 5}}", "1:70: error BS207: unknown measure 'fuzhou-2026-5/a31'")]
    [InlineData(
        "\"parameters\": {\"other_city_policy_award\": {\"c1\": -5}}", "1:81: error BS820: the amount of 'c1' is -5, expected yuan from 0")]
    [InlineData(
        "\"parameters\": {\"other_city_policy_award\": {\"c9\": 5}}", "1:75: error BS146: no claim is called 'c9'; did you mean 'c1'?")]
    [InlineData(
        "\"parameters\": {\"other_city_policy_award\": 5000}",
        "1:74: error BS032: other_city_policy_award is '5000', expected a mapping (key: value)")]
    [InlineData("\"parameters\": {\"superior_policy\": {\"c9\": \"5\"}}", "1:67: error BS146: no claim is called 'c9'; did you mean 'c1'?")]
    [InlineData(
        "\"parameters\": {\"superior_policy\": \"min(1, 2)\"}",
        "1:66: error BS032: superior_policy is 'min(1, 2)', expected a mapping (key: value)")]
    [InlineData(
        "\"readings\": {\"treat_draft_as_in_force\": \"maybe\"}",
        "1:72: error BS036: treat_draft_as_in_force is 'maybe', expected yes or no")]
    public void Case_WithASlip_IsRefusedAtItsPlace(string settings, string expected) => Assert.StartsWith(
        $"{File}:{expected}",
        Assert.Single(Differences(settings, Cloud, "")),
        StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private string File => _folder["settlements.jsonl"];

    private static string Uplift(string id, long baseAward) =>
        $"{{\"id\": \"{id}\", \"measure\": \"fuzhou-2026-5/a1.4\", \"inputs\": {{\"is_key_chain_enterprise\": true, \"base_award_uncapped\": {baseAward}}}}}";

    private IReadOnlyList<string> Differences(string settings, string claims, string expected)
    {
        System.IO.File.WriteAllText(
            File, $"{{\"case_id\": \"x\", \"year\": 2026, {settings}, \"claims\": [{claims}], \"expected\": {{{expected}}}}}\n");
        return Assert.Single(new WorkedExamples(Repository.PathTo("seeds")).Run(File).Value!).Differences;
    }
}
