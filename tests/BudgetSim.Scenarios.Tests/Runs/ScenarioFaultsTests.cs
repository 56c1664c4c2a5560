// A scenario that cannot be run is refused whole, with every fault at its place.
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Runs;

public sealed class ScenarioFaultsTests
{
    private const string Header = "title: { zh: 试, en: trial }\npolicies: [fuzhou-2026-5]\nyears: 2026\n";
    private const string Pool = "cohorts:\n  c:\n    count: 1\n    claims: [ { measure: fuzhou-2026-5/a3.1, take_up: 50% } ]\n";

    [Theory]
    [InlineData("replications: 1000000000\n", "scenario.yaml:4:15: error BS301: replications must be from 1 to 1000000, found 1000000000")]
    [InlineData("replications: 0\n", "scenario.yaml:4:15: error BS301: replications must be from 1 to 1000000, found 0")]
    [InlineData(
        "funds: { fuzhou_software_fnd: 1亿 }\n",
        "scenario.yaml:4:10: error BS302: the policies of this scenario have no fund 'fuzhou_software_fnd'; did you mean 'fuzhou_software_fund'?")]
    [InlineData(
        "funds: { fuzhou_software_fund: { 2026: -1 } }\n",
        "scenario.yaml:4:40: error BS841: an appropriation lies from 0 to 2^53 yuan, found -1; write what may be paid; leave the fund out if it has no limit")]
    [InlineData("seed: -4\n", "scenario.yaml:4:7: error BS770: a seed is a whole number from 0, found -4; write it without a sign")]
    [InlineData(
        "funds: { fuzhou_software_fund: { 2O26: 1亿 } }\n", "scenario.yaml:4:34: error BS508: expected a year such as 2026, found '2O26'")]
    [InlineData("reading: {}\n", "scenario.yaml:4:1: error BS031: unknown key 'reading'")]
    [InlineData(
        "readings: { CAP_PERIODS: B }\n", "scenario.yaml:4:13: error BS116: unknown reading 'CAP_PERIODS'; did you mean 'CAP_PERIOD'?")]
    [InlineData("readings: { shortage_mode: prorata }\n", "scenario.yaml:4:13: error BS209: unknown shortage mode 'prorata'")]
    [InlineData(
        "funds: { fuzhou_software_fund: 100000000000000000000 }\n",
        "scenario.yaml:4:32: error BS841: an appropriation lies from 0 to 2^53 yuan, found 100000000000000000000")]
    [InlineData("replications: 100%\n", "scenario.yaml:4:15: error BS034: replications is '100%', expected a whole number")]
    [InlineData(
        "replications: 100000000000000000000\n",
        "scenario.yaml:4:15: error BS846: replications is '100000000000000000000', expected a whole number of at most 9223372036854775807; write a smaller number")]
    [InlineData(
        "changes: { fuzhou-2026-5/a3.1/rate: 150% }\n",
        "scenario.yaml:4:37: error BS121: rate is 150%, expected at most 100%; write 3% or 0.03; call a multiplier a factor")]
    [InlineData(
        "changes: { fuzhou-2026-5/a3.1/figures/rate: 1.5 }\n", "scenario.yaml:4:45: error BS121: rate is 150%, expected at most 100%")]
    [InlineData(
        "changes: { fuzhou-2026-5/a3.1/cap: 100000000000000000000 }\n",
        "scenario.yaml:4:36: error BS120: the figure cap is 100000000000000000000, expected a number from 0 to 10^15")]
    [InlineData(
        "changes: { fuzhou-2026-5/a3.1/caps/0/amount: 100000000000000000000 }\n",
        "scenario.yaml:4:46: error BS845: a rule has the number 100000000000000000000, expected at most 10^15; write amounts in yuan")]
    [InlineData(
        "changes: { fuzhou-2026-5/a3.1/caps/0/amount: -5 }\n", "scenario.yaml:4:46: error BS123: the ceiling is -5, expected at least 0")]
    [InlineData(
        "uplift_budgets: { fuzhou-2026-5/a3.1: -1 }\n",
        "scenario.yaml:4:39: error BS848: the money for uplifts lies from 0 to 2^53 yuan, found -1; write what may be paid; leave the measure out if it has no limit")]
    [InlineData(
        "uplift_budgets: { \"*\": 100000000000000000000 }\n",
        "scenario.yaml:4:24: error BS848: the money for uplifts lies from 0 to 2^53 yuan, found 100000000000000000000")]
    [InlineData(
        "uplift_budgets: { fuzhou-2026-5/a3.11: 5 }\n",
        "scenario.yaml:4:19: error BS847: uplift_budgets names the unknown measure 'fuzhou-2026-5/a3.11'; did you mean 'fuzhou-2026-5/a3.1'?")]
    [InlineData("ranges: { fuzhou-2026-5/a3.1/rate: 2%..150% }\n", "scenario.yaml:4:36: error BS121: rate is 150%, expected at most 100%")]
    public void Header_WithAFault_IsRefusedAtItsPlace(string lines, string expected) =>
        Assert.Contains(Messages(Header + lines, Pool), message => message.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("count: 1", "count: median 10 p90 5", "pool.yaml:3:26: error BS346: p90 is not above")]
    [InlineData("take_up: 50%", "take_up: 150%", "pool.yaml:4:55: error BS310: take_up: a probability lies from 0% to 100%, found 150.0")]
    [InlineData("a3.1", "a3.99", "pool.yaml:4:15: error BS306: unknown measure 'fuzhou-2026-5/a3.99'")]
    [InlineData(
        "claims:", "attributes: { loan_principle: 1万 }\n    claims:",
        "pool.yaml:4:19: error BS307: unknown attribute 'loan_principle'; did you mean 'loan_principal'?")]
    [InlineData("claims:", "population: nobody\n    claims:", "pool.yaml:3:5: error BS305: unknown population 'nobody'")]
    public void Pool_WithAFault_IsRefusedAtItsPlace(string right, string wrong, string expected)
    {
        var messages = Messages(Header, Pool.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(messages, message => message.StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("from: -1", "pool.yaml:5:38: error BS849: from: expected a year from 1900 to 2200, found '-1'; write it as 2025")]
    [InlineData(
        "to: 100000000000000000000",
        "pool.yaml:5:36: error BS849: to: expected a year from 1900 to 2200, found '100000000000000000000'; write it as 2025")]
    public void PaidBefore_WithAYearThatIsNone_IsRefusedAtItsPlace(string year, string expected) =>
        Assert.Contains(expected, Messages(Header, $"{Pool}paid_before: {{ file: none.csv, {year} }}\n"));

    // What a document's own rule may not say a rule written in a scenario may not say either.
    [Theory]
    [InlineData(
        "amount: 200万", "amount: -200万",
        "scenario.yaml:16:17: error BS120: the figure amount is -2000000, expected a number from 0 to 10^15")]
    [InlineData(
        "amount: 200万", "amount: 200万\n        grant_rate: 150%",
        "scenario.yaml:17:21: error BS121: grant_rate is 150%, expected at most 100%")]
    [InlineData(
        "share: 1,", "share: 130%,",
        "scenario.yaml:22:15: error BS131: the payers of fuzhou-2026-5/a2.4 can come to 130% together, expected at most 100%")]
    public void WholeMeasureOfAScenario_BeyondTheBoundsOfTheText_IsRefusedAtItsPlace(string right, string wrong, string expected)
    {
        const string measure = "fuzhou-2026-5/a2.4";
        var text = File.ReadAllLines(Repository.PathTo("seeds", "fuzhou-2026-5", "policy.yaml"));
        var first = Array.FindIndex(text, line => line == "  - id: a2.4");
        var rule = text.Skip(first)
            .Take(Array.FindIndex(text, first, line => line.Length == 0) - first)
            .Select((line, index) => "  " + (index == 0 ? line.Replace('-', ' ') : line));
        var scenario = $"{Header}changes:\n  {measure}:\n{string.Join('\n', rule)}\n".Replace(right, wrong, StringComparison.Ordinal);
        Assert.Contains(Messages(scenario, Pool), message => message.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Document_ThatIsNotInTheLibrary_IsNamedWhereItStands() =>
        Assert.Contains(
            Messages(Header.Replace("[fuzhou-2026-5]", "[fuzhou-2026-5, fuzhou-2026-6]", StringComparison.Ordinal), Pool),
            message => message.StartsWith(
                "scenario.yaml:2:27: error BS113: unknown policy document 'fuzhou-2026-6'", StringComparison.Ordinal));

    [Fact]
    public void Scenario_WithoutFaults_IsRead() => Assert.Empty(Messages(Header, Pool));

    private static List<string> Messages(string scenario, string pool)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["scenario.yaml"], scenario);
        File.WriteAllText(folder["pool.yaml"], pool);
        var loaded = ReformedScenario.Read(folder[""], Repository.PathTo("seeds"), new ScenarioOverrides(), []);
        return [.. loaded.Diagnostics.Select(fault => fault.ToString()
            .Replace(folder[""] + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];
    }
}
