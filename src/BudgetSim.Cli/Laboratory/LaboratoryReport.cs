// Writes the report folder of a laboratory command, with pictures where they can be painted.
using System.Text;
using BudgetSim.Cli.Commands;
using BudgetSim.Reports.Folders;
using BudgetSim.Reports.Json;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Laboratory;

/// <summary>From a report to its folder.</summary>
internal static class LaboratoryReport
{
    /// <summary>Writes the folder of a laboratory command, and prints where the page is or the report as JSON.</summary>
    public static async Task WriteAsync(Report report, LaboratorySettings settings, TextWriter errors)
    {
        await WriteAsync(report, settings.Folder, settings.Language, settings.Output, errors);
        if (settings.IsJson) PrintJson(report, Console.Out);
    }

    /// <summary>The report in the form of report.json.</summary>
    public static void PrintJson(Report report, TextWriter output)
    {
        using var json = new MemoryStream();
        ReportJson.Write(report, json);
        output.WriteLine(Encoding.UTF8.GetString(json.ToArray()));
    }

    /// <summary>Writes the folder and prints where the page is.</summary>
    public static async Task WriteAsync(Report report, string folder, Language language, TextWriter output, TextWriter errors)
    {
        var sidecar = Sidecar.FindAbove(AppContext.BaseDirectory);
        await using var painter = sidecar is null ? null : new NodeChartPainter(sidecar);
        var library = sidecar is not null && File.Exists(sidecar.LibraryPath) ? await File.ReadAllTextAsync(sidecar.LibraryPath, CancellationToken.None) : "";
        var written = await ReportFolder.WriteAsync(report, folder, language, painter, library, [], CancellationToken.None);
        foreach (var warning in written.Warnings) await errors.WriteLineAsync(warning);
        await output.WriteLineAsync($"→ {Path.Combine(written.Folder, "report.html")}");
    }

    /// <summary>Why the folder may not be written, printed; false if it may not.</summary>
    public static bool MayWrite(string folder, TextWriter errors)
    {
        if ((ReportFolder.Refusal(folder) ?? ReportFolder.Obstacle(folder)) is not { } refusal) return true;
        errors.WriteLine(refusal);
        return false;
    }
}
