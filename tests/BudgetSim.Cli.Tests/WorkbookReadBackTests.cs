// Every sheet of a run's workbook, read by our own reader, holds the figures of the CSV file beside it.
using System.IO.Compression;
using System.Xml.Linq;
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Reports.Workbooks;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;
using CsvTable = BudgetSim.Reports.Csv.CsvTable;
using ReadCell = BudgetSim.Scenarios.Files.Tables.Cell;

namespace BudgetSim.Cli.Tests;

public sealed class WorkbookReadBackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sheets_OfARunsWorkbook_HoldTheFiguresOfItsCsvFiles()
    {
        var report = SmallRun();
        var tables = report.Tables.Concat(report.Charts.Select(chart => chart.ToTable())).ToList();
        var workbook = _folder["report.xlsx"];
        using (var file = File.Create(workbook)) Workbook.Write(report, Language.Zh, [], file);
        var sheets = SheetNames(workbook);
        Assert.True(tables.Count >= 5);
        Assert.Equal(tables.Count + 1, sheets.Count);
        Assert.All(tables.Zip(sheets.Skip(1)), pair => Assert.Equal(Written(pair.First), Figures(pair.First, $"{workbook}#{pair.Second}")));
    }

    private Report SmallRun()
    {
        File.WriteAllText(
            _folder["scenario.yaml"],
            "title: { zh: 试, en: trial }\npolicies: [sanming-2025-39]\nyears: 2026\nfunds: { sanming_industrial_development_fund: 150万 }\nreadings: { SHORTAGE: B }\n");
        File.WriteAllText(
            _folder["pool.yaml"],
            "cohorts:\n  c:\n    count: about 3 a year\n    attributes: { new_technology_centre_level: province }\n    claims: [ { measure: sanming-2025-39/1.1.a, take_up: about 60% ± 10% } ]\n");
        var scenario = ScenarioFile.Read(_folder.Root, Repository.PathTo("seeds"), new ScenarioOverrides { Replications = 200 }).Value!;
        return ForecastReport.From(new RunOutcome(
            scenario, RunReplications.Run(scenario.Model, 1, progress: null, CancellationToken.None)));
    }

    private static List<string> SheetNames(string workbook)
    {
        using var archive = ZipFile.OpenRead(workbook);
        using var part = archive.GetEntry("xl/workbook.xml")!.Open();
        return [.. XDocument.Load(part).Descendants()
            .Where(element => element.Name.LocalName == "sheet")
            .Select(sheet => (string)sheet.Attribute("name")!)];
    }

    // The CSV without the columns that say whether an amount is a lower bound: the sheet shows that by its number format.
    private List<string> Written(ReportTable table)
    {
        var path = _folder[table.Id + ".csv"];
        using (var file = File.Create(path)) CsvTable.Write(table, Language.Zh, file);
        var read = TableFile.Read(path).Value!;
        var kept = table.Columns.Select(column => read.Names.ToList().IndexOf(column.Id)).ToList();
        return [.. read.Rows.Select(row => string.Join(" | ", kept.Select(column => Plain(row.Cells[column], 1))))];
    }

    // The notes stand below the rows of the table.
    private static List<string> Figures(ReportTable table, string sheet)
    {
        var read = TableFile.Read(sheet).Value!;
        Assert.Equal(table.Columns.Select(column => column.TitleWithUnit(table.Unit).Zh), read.Names);
        var rows = read.Rows.Take(table.CheckedRows().Count());
        return [.. rows.Select(row => string.Join(
            " | ",
            table.Columns.Select((column, index) => Plain(
                row.Cells[index], column.Kind == ColumnKind.Yuan ? table.Unit.YuanPerUnit : 1))))];
    }

    // Numbers in yuan and without closing zeros; CSV guards a text that looks like a formula with an apostrophe.
    private static string Plain(ReadCell cell, long factor) =>
        Fraction.TryParse(cell.Text, out var number)
            ? QuantityText.Format(number * factor)
            : cell.Text.TrimStart('\'').Replace("∞", "inf", StringComparison.Ordinal);
}
