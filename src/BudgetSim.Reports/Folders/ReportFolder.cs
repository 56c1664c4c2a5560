// Writes the folder of a run: tables, workbook, pictures, page and JSON; whole or not at all.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Csv;
using BudgetSim.Reports.Html;
using BudgetSim.Reports.Json;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;
using BudgetSim.Reports.Workbooks;
using BudgetSim.Scenarios.Files.Output;

namespace BudgetSim.Reports.Folders;

/// <summary>A file that stands beside those of the report, such as manifest.json; the name is relative to the folder.</summary>
public sealed record ExtraFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>What was written, and what could not be: <paramref name="Warnings"/> in one line each.</summary>
public sealed record WrittenFolder(string Page, string Workbook, IReadOnlyList<string> Warnings);

/// <summary>
/// Layout: report.html, report.xlsx, report.json, one CSV per table, charts/ID.svg, .png, .csv and .json per chart, and the
/// extra files. Everything is written beside the folder first and put in its place at the end, so a run that is stopped
/// leaves nothing half written. Without a painter, or where it fails, pictures are left out and a warning says so.
/// </summary>
public static class ReportFolder
{
    private const string WorkbookName = "report.xlsx";

    /// <summary>Writes the folder in the place of an older report or an empty folder, or says why it cannot.</summary>
    /// <param name="chartLibrary">The text of echarts.min.js (<see cref="Sidecar.LibraryPath"/>), or empty.</param>
    public static async Task<Loaded<WrittenFolder>> WriteAsync(
        Report report, string folder, Language language, IChartPainter? painter, string chartLibrary, IReadOnlyList<ExtraFile> extras,
        CancellationToken cancellation)
    {
        var opened = OutputFolder.Open(folder);
        if (!opened.Succeeded) return new Loaded<WrittenFolder>(null, opened.Diagnostics);
        using var output = opened.Value;
        try
        {
            Directory.CreateDirectory(Path.Combine(output.Partial, "charts"));
            var warnings = await WriteDraftAsync(
                report, output.Partial, language, painter, chartLibrary, extras, cancellation).ConfigureAwait(
                false);
            cancellation.ThrowIfCancellationRequested();
            if (output.Commit() is { } fault) return new Loaded<WrittenFolder>(null, [fault]);
            return new Loaded<WrittenFolder>(
                new WrittenFolder(Path.Combine(folder, OutputFolder.PageName), Path.Combine(folder, WorkbookName), warnings), []);
        }
        catch (Exception exception) when (OutputFolder.FaultOf(folder, exception) is not null)
        {
            return new Loaded<WrittenFolder>(null, [OutputFolder.FaultOf(folder, exception)!]);
        }
    }

    // The pictures are painted by another process while the rest is written here.
    private static async Task<IReadOnlyList<string>> WriteDraftAsync(
        Report report, string draft, Language language, IChartPainter? painter, string chartLibrary, IReadOnlyList<ExtraFile> extras,
        CancellationToken cancellation)
    {
        var painting = PaintAllAsync(report, language, painter, cancellation);
        WriteTables(report, draft, language);
        WriteCharts(report, draft, language);
        foreach (var extra in extras) WriteExtra(extra, draft);
        await File.WriteAllTextAsync(Path.Combine(
            draft, OutputFolder.PageName), HtmlPage.Write(report, language, chartLibrary), cancellation).ConfigureAwait(false);
        var (pictures, warnings) = await painting.ConfigureAwait(false);
        WritePictures(pictures, draft);
        using var workbook = File.Create(Path.Combine(draft, WorkbookName));
        Workbook.Write(report, language, pictures, workbook);
        return warnings;
    }

    private static void WriteExtra(ExtraFile extra, string draft)
    {
        var path = Path.Combine(draft, extra.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, extra.Content.Span);
    }

    private static async Task<(IReadOnlyList<PaintedChart> Pictures, IReadOnlyList<string> Warnings)> PaintAllAsync(
        Report report, Language language, IChartPainter? painter, CancellationToken cancellation)
    {
        if (painter is null) return ([], []);
        var form = new PictureForm(language);
        var all = report.Charts.Select(chart => (Chart: chart, Painting: painter.PaintAsync(ChartJson.Write(chart), form, cancellation)))
            .ToList();
        var pictures = new List<PaintedChart>();
        var warnings = new List<string>();
        foreach (var (chart, painting) in all)
        {
            try
            {
                pictures.Add(new PaintedChart(chart, await painting.ConfigureAwait(false)));
            }
            catch (PaintingException fault)
            {
                warnings.Add(fault.Message);
            }
        }

        return (pictures, warnings.Distinct().ToList());
    }

    private static void WriteTables(Report report, string folder, Language language)
    {
        foreach (var table in report.Tables) WriteTable(table, Path.Combine(folder, table.Id + ".csv"), language);
        using var json = File.Create(Path.Combine(folder, OutputFolder.JsonName));
        ReportJson.Write(report, json);
    }

    private static void WriteTable(ReportTable table, string path, Language language)
    {
        using var file = File.Create(path);
        CsvTable.Write(table, language, file);
    }

    private static void WriteCharts(Report report, string folder, Language language)
    {
        foreach (var chart in report.Charts)
        {
            WriteTable(chart.ToTable(), Path.Combine(folder, "charts", chart.Id + ".csv"), language);
            File.WriteAllText(Path.Combine(folder, "charts", chart.Id + ".json"), ChartJson.Write(chart));
        }
    }

    private static void WritePictures(IReadOnlyList<PaintedChart> pictures, string folder)
    {
        foreach (var (chart, picture) in pictures)
        {
            File.WriteAllText(Path.Combine(folder, "charts", chart.Id + ".svg"), picture.Svg);
            File.WriteAllBytes(Path.Combine(folder, "charts", chart.Id + ".png"), picture.Png.ToArray());
        }
    }
}
