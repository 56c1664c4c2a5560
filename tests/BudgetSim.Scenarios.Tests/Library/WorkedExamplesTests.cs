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
        Assert.Empty(outcomes.Where(outcome => !outcome.Passed).Select(outcome => $"{outcome.CaseId}: {string.Join("; ", outcome.Differences)}"));
    }

    [Fact]
    public void Example_WithAWrongAmount_Fails()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "cases.csv");
        File.WriteAllText(file, "case_id,measure_id,inputs,expected,why\nx,fuzhou-2026-5/a3.1,\"{\"\"equipment_investment_ex_vat\"\": 10000000}\",300001,3% of 10000000 is 300000\n");
        Assert.Equal(["expected 300001, found 300000"], Assert.Single(Run(file)).Differences);
    }

    private static List<CaseOutcome> Run(string path) => new WorkedExamples(Repository.PathTo("seeds")).Run(path).Value!;
}
