// The workbook opened by LibreOffice holds, cell by cell, what our CSV files hold.
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Reports.Workbooks;
using BudgetSim.Scenarios.Files.Encodings;
using BudgetSim.Tests;

namespace BudgetSim.Reports.Tests;

[Trait("Category", "LibreOffice")]
public sealed class LibreOfficeTests : IDisposable
{
    // Commas, double quotes, UTF-8, from the first row; values in full and not as shown; every sheet.
    private const string EachSheetAsCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
    private static readonly string[] Programs = ["soffice", "libreoffice"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Workbook_ThroughLibreOffice_HoldsTheCellsOfTheCsv()
    {
        var office = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Programs.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(office is null, "no soffice on the PATH: install the package libreoffice-calc to run the round trip");
        ReportTable[] tables =
        [
            SampleReport.Clauses(12, i => Text.Same("条款 " + i)),
            Awards(MoneyUnit.Yuan, "awards"),
            Awards(MoneyUnit.Yi, "awards-in-yi"),
            Hostiles(),
        ];
        var report = new Report("round-trip", Text.Same("r"), [new ReportSection("s", Text.Same("s")) { Tables = tables }]);
        var path = _folder["report.xlsx"];
        await using (var file = File.Create(path)) Workbook.Write(report, Language.Zh, [], file);
        await Convert(office, path);
        foreach (var table in tables)
            Compare(
                table,
                ReadBack.Csv(await File.ReadAllBytesAsync(_folder[$"report-{table.Title.Zh}.csv"], TestContext.Current.CancellationToken)));
    }

    // Characters that no XML file can hold come back as their escapes; the rest literally.
    private static List<string> Names { get; } = [.. Hostile.Names
        .Where(name => !name.Any(sign => sign is < ' ' and not '\n' || char.IsSurrogate(sign)))];

    private static ReportTable Awards(MoneyUnit unit, string id) => new(
        id, Text.Same(id),
        [
            new("name", new Text("企业", "Enterprise"), ColumnKind.Text),
            new("award", new Text("兑现", "Award"), ColumnKind.Yuan),
            new("day", new Text("日期", "Day"), ColumnKind.Date),
            new("share", new Text("占比", "Share"), ColumnKind.Ratio),
        ],
        [.. Enumerable.Range(0, 60).Select(i => (IReadOnlyList<Cell>)[
            Cell.Of($"企业 {i}"),
            Cell.Of(new Money((i * 7_654_321_09L) - 1)),
            Cell.Of(new DateOnly(2026, 1, 1).AddDays(i)),
            Cell.Ratio(i / 59.0),
        ])])
    { Unit = unit };

    private static ReportTable Hostiles() =>
        new(
            "names",
            Text.Same("names"),
            [new("name", new Text("名称", "Name"), ColumnKind.Text), new("paid", new Text("实付", "Paid"), ColumnKind.Yuan)],
            [.. Names.Select((name, i) => (IReadOnlyList<Cell>)[Cell.Of(name), Cell.Of(new Money(i))])]);

    private async Task Convert(string office, string path)
    {
        var start = new ProcessStartInfo(
            office,
            [
                $"-env:UserInstallation={new Uri(_folder["profile"]).AbsoluteUri}",
                "--headless",
                "--convert-to",
                EachSheetAsCsv,
                "--outdir",
                _folder.Root,
                path,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var complaint = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await complaint);
    }

    private static void Compare(ReportTable table, List<string[]> sheet)
    {
        var expected = ReadBack.Csv(SameFiguresTests.CsvBytes(table));
        var shown = Enumerable.Range(0, expected[0].Length)
            .Where(column => !expected[0][column].EndsWith("-is-lower-bound", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(table.Columns.Select(column => column.Heading(table.Unit).Zh), sheet[1]);
        for (var row = 1; row < expected.Count; row++)
        {
            for (var column = 0; column < shown.Count; column++)
                Assert.Equal(expected[row][shown[column]], Exact(sheet[row + 1][column], table.Columns[column].Kind, table.Unit));
        }
    }

    // The sheet's value as the CSV writes it; a text comes back as it stands, so its guard is put on again.
    private static string Exact(string value, ColumnKind kind, MoneyUnit unit)
    {
        if (kind == ColumnKind.Text) return FormulaGuard.Guarded(value);
        if (value == "∞") return "inf";
        var digits = Regex.Replace(value, "^≥ |,", "");
        var isShare = digits.EndsWith('%');
        if (!decimal.TryParse(
                digits.TrimEnd('%'), NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number))
            return value;
        return kind switch
        {
            ColumnKind.Yuan => (number * unit.YuanPerUnit).ToString("0.00", CultureInfo.InvariantCulture),
            ColumnKind.Count => number.ToString("0.##", CultureInfo.InvariantCulture),
            _ => (isShare ? number / 100 : number).ToString("0.######", CultureInfo.InvariantCulture),
        };
    }
}
