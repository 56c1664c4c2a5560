// Writes the folder of a run: tables, workbook, pictures, page and JSON; whole or not at all.
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Csv;
using BudgetSim.Reports.Html;
using BudgetSim.Reports.Json;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;
using BudgetSim.Reports.Workbooks;

namespace BudgetSim.Reports.Folders;

/// <summary>A file that stands beside those of the report, such as manifest.json; the name is relative to the folder.</summary>
public sealed record ExtraFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>What was written, and what could not be: <paramref name="Warnings"/> in one line each.</summary>
public sealed record WrittenFolder(string Folder, string Page, string Workbook, IReadOnlyList<string> Warnings);

/// <summary>
/// Layout: report.html, report.xlsx, report.json, one CSV per table, charts/ID.svg, .png, .csv and .json per chart, and the
/// extra files. Everything is written beside the folder first and put in its place at the end, so a run that is stopped
/// leaves nothing half written. Without a painter, or where it fails, pictures are left out and a warning says so.
/// </summary>
public static class ReportFolder
{
    private const string PageName = "report.html";
    private const string WorkbookName = "report.xlsx";

    /// <summary>Writes the folder; an existing one of that name is replaced.</summary>
    /// <param name="chartLibrary">The text of echarts.min.js (<see cref="Sidecar.LibraryPath"/>), or empty.</param>
    public static async Task<WrittenFolder> WriteAsync(
        Report report, string folder, Language language, IChartPainter? painter, string chartLibrary, IReadOnlyList<ExtraFile> extras, CancellationToken cancellation)
    {
        var draft = folder.TrimEnd(Path.DirectorySeparatorChar) + ".partial";
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(Path.Combine(draft, "charts"));
        try
        {
            var painting = PaintAllAsync(report, language, painter, cancellation);
            var page = Task.Run(() => File.WriteAllText(Path.Combine(draft, PageName), HtmlPage.Write(report, language, chartLibrary)), cancellation);
            WriteTables(report, draft, language);
            WriteCharts(report, draft, language);
            foreach (var extra in extras) await File.WriteAllBytesAsync(Path.Combine(draft, extra.Name), extra.Content.ToArray(), cancellation).ConfigureAwait(false);
            var (pictures, warnings) = await painting.ConfigureAwait(false);
            WritePictures(pictures, draft);
            using (var workbook = File.Create(Path.Combine(draft, WorkbookName))) Workbook.Write(report, language, pictures, workbook);
            await page.ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            Directory.Move(draft, folder);
            return new WrittenFolder(folder, Path.Combine(folder, PageName), Path.Combine(folder, WorkbookName), warnings);
        }
        catch
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
            throw;
        }
    }

    private static async Task<(IReadOnlyList<PaintedChart> Pictures, IReadOnlyList<string> Warnings)> PaintAllAsync(
        Report report, Language language, IChartPainter? painter, CancellationToken cancellation)
    {
        if (painter is null) return ([], []);
        var form = new PictureForm(language);
        var all = report.Charts.Select(chart => (Chart: chart, Painting: painter.PaintAsync(ChartJson.Write(chart), form, cancellation))).ToList();
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
        using var json = File.Create(Path.Combine(folder, "report.json"));
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
