// The estimation sheet adds up by payer, says what the text pays, and lists what it leaves open.
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Rules;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Reports.Tests.Forecasts;

public sealed class EstimationTableTests
{
    private static readonly Lazy<Report> Whole = new(() => ReportOf("fuzhou-2026-2030-whole-plan"));

    [Fact]
    public void Payers_OfEveryRow_AddUpToItsExpectedAmount()
    {
        var sheet = Whole.Value.Filing!;
        var payers = Places(sheet, column => column.Id.StartsWith("payer-", StringComparison.Ordinal));
        var expected = Places(sheet, column => column.Id == "expected").Single();
        Assert.True(payers.Count > 1);
        Assert.All(sheet.CheckedRows(), row => Assert.Equal(Fen(row.Cells[expected]), payers.Sum(payer => Fen(row.Cells[payer]))));
    }

    [Fact]
    public void ExpectedAmounts_OfTheSheet_AreThoseOfTheClauses()
    {
        var (sheet, clauses) = (Whole.Value.Filing!, Whole.Value.Tables.Single(table => table.Id == "clauses"));
        Assert.Equal(clauses.Total![3], sheet.Total![6]);
        Assert.Subset(clauses.Rows.Select(row => row[3]).ToHashSet(), sheet.Rows.Select(row => row[6]).ToHashSet());
    }

    [Theory]
    [InlineData("a3.1", "最高 年度技改设备实际投资额 × 3%；符合条件上浮 50%；每家企业每年最高 500万元")]
    [InlineData("a3.4.c", "20万元；符合条件上浮 50%")]
    [InlineData("a3.6.1", "当年“上平台”设备台数 × 2,000元；符合条件上浮 50%；每家企业每年最高 10万元")]
    [InlineData("a3.3", "最高 数智化软硬件实际投资额 × 20%；符合条件上浮 50%；每家企业每年最高 200万元")]
    [InlineData("a1.2", "条文未定金额")]
    public void Standard_OfAClause_IsWhatItsTextPays(string measure, string expected)
    {
        var library = PolicyFolder.Read(Repository.PathTo("seeds"), ["fuzhou-2026-5"]).Value!;
        Assert.Equal(expected, StandardText.Of(library.Find("fuzhou-2026-5/" + measure)!.Measure, library.Vocabulary).Zh);
    }

    [Fact]
    public void UndeterminedItems_AreListedWithAndWithoutClaims()
    {
        var open = Whole.Value.Tables.Single(table => table.Id == "undetermined");
        var claims = open.Rows.ToDictionary(row => ((TextCell)row[0]).Value.Zh, row => ((CountCell)row[4]).Number);
        Assert.True(claims["fuzhou-2026-5/a1.1.d"] > 0);
        Assert.Equal(0, claims["fuzhou-2026-5/a6.2.3"]);
    }

    [Fact]
    public void Unit_WhenChosen_HoldsInEveryTable() =>
        Assert.All(
            Whole.Value.InUnit(MoneyUnit.Yuan).Tables.Where(table => table.Columns.Any(column => column.Kind == ColumnKind.Yuan)),
            table => Assert.Equal(MoneyUnit.Yuan, table.Unit));

    private static Report ReportOf(string name)
    {
        var scenario = ScenarioFile.Read(Repository.PathTo(
            "scenarios", name), Repository.PathTo("seeds"), new ScenarioOverrides { Replications = 3 }).Value!;
        return ForecastReport.From(new RunOutcome(
            scenario, RunReplications.Run(scenario.Model, 1, progress: null, CancellationToken.None)));
    }

    private static List<int> Places(ReportTable table, Func<Column, bool> which) =>
        [.. Enumerable.Range(0, table.Columns.Count).Where(place => which(table.Columns[place]))];

    private static long Fen(Cell cell) => ((YuanCell)cell).Amount.Fen;
}
