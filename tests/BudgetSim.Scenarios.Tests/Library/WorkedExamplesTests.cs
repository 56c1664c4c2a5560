// The worked examples of the library are what the rules give; they were derived by hand from the texts.
using BudgetSim.Scenarios.Cases;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Library;

public sealed class WorkedExamplesTests
{
    [Fact]
    public void Seeds_EveryExample_ComesOut()
    {
        var outcomes = Run(Repository.PathTo("seeds"));
        Assert.True(outcomes.Count > 500, $"only {outcomes.Count} examples were found");
        Assert.Empty(outcomes.Where(outcome => !outcome.Passed)
            .Select(outcome => $"{outcome.CaseId}: {string.Join("; ", outcome.Differences)}"));
    }

    [Fact]
    public void Example_WithAWrongAmount_Fails()
    {
        using var folder = new TemporaryFolder();
        var file = folder["cases.csv"];
        File.WriteAllText(
            file,
            "case_id,measure_id,inputs,expected,why\nx,fuzhou-2026-5/a3.1,\"{\"\"equipment_investment_ex_vat\"\": 10000000}\",300001,3% of 10000000 is 300000\n");
        Assert.Equal(["expected 300001, found 300000"], Assert.Single(Run(file)).Differences);
    }

    [Fact]
    public void Settlement_WithAClaimIdTwice_IsAFaultOfItsLine()
    {
        const string Claim = "{\"id\": \"c1\", \"measure\": \"fuzhou-2026-5/a2.4\", \"inputs\": {}}";
        using var folder = new TemporaryFolder();
        var file = folder["settlements.jsonl"];
        File.WriteAllText(file, $"{{\"case_id\": \"x\", \"year\": 2026, \"claims\": [{Claim}, {Claim}], \"expected\": {{}}}}\n");
        Assert.Equal(
            [$"{file}:1:104: error BS225: the id 'c1' stands twice, first in line 1; give every claim an id of its own"],
            Assert.Single(Run(file)).Differences);
    }

    [Theory]
    [InlineData("99999999999999")]
    [InlineData("-2026")]
    public void Settlement_OfAYearThatCannotBe_IsAFaultAtItsPlace(string year)
    {
        using var folder = new TemporaryFolder();
        var file = folder["settlements.jsonl"];
        File.WriteAllText(file, $"{{\"case_id\": \"x\", \"year\": {year}, \"claims\": [], \"expected\": {{}}}}\n");
        Assert.StartsWith(
            $"{file}:1:26: error BS234: expected a year from 1990 to 2200, found",
            Assert.Single(Assert.Single(Run(file)).Differences),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Settlement_WithOtherGapsOfTwoYears_NamesEachYear()
    {
        static string Claim(int year) =>
            $"{{\"id\": \"c{year}\", \"measure\": \"fuzhou-2026-5/a2.4\", \"enterprise\": \"E{year}\", \"date\": \"{year}-05-01\", \"inputs\": {{\"newly_recognised_technology_innovation_demonstration_enterprise\": true}}}}";
        using var folder = new TemporaryFolder();
        var file = folder["settlements.jsonl"];
        File.WriteAllText(
            file,
            $"{{\"case_id\": \"x\", \"year\": 2026, \"funds\": {{\"fuzhou_city_finance@2026\": 1500000, \"fuzhou_city_finance@2027\": 1999999}}, \"claims\": [{Claim(2026)}, {Claim(2027)}], \"expected\": {{\"shortfall\": {{\"fuzhou_city_finance@2026\": 500000, \"fuzhou_city_finance@2027\": 2}}}}}}\n");
        Assert.Equal(["shortfall fuzhou_city_finance@2027: expected 2, found 1"], Assert.Single(Run(file)).Differences);
    }

    private static List<CaseOutcome> Run(string path) => new WorkedExamples(Repository.PathTo("seeds")).Run(path).Value!;
}
