// Writes the report folder of a laboratory command, with pictures where they can be painted.
using System.Text;
using BudgetSim.Cli.Writing;
using BudgetSim.Reports.Folders;
using BudgetSim.Reports.Json;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Files.Output;

namespace BudgetSim.Cli.Laboratory;

/// <summary>From a report to its folder.</summary>
internal static class LaboratoryReport
{
    /// <summary>Writes the folder of a laboratory command, and prints where the page is or the report as JSON; the exit code.</summary>
    public static async Task<int> WriteAsync(Report report, LaboratorySettings settings, TextWriter errors)
    {
        var isWritten = await WriteAsync(report, settings.Folder, settings.Language, settings.Output, errors);
        if (settings.IsJson) PrintJson(report, Console.Out);
        return isWritten ? ExitCode.Done : ExitCode.BadInput;
    }

    /// <summary>The report in the form of report.json.</summary>
    public static void PrintJson(Report report, TextWriter output)
    {
        using var json = new MemoryStream();
        ReportJson.Write(report, json);
        output.WriteLine(Encoding.UTF8.GetString(json.ToArray()));
    }

    /// <summary>Writes the folder and prints where the page is; false after a message if it cannot be written.</summary>
    public static async Task<bool> WriteAsync(Report report, string folder, Language language, TextWriter output, TextWriter errors)
    {
        var sidecar = Sidecar.FindAbove(AppContext.BaseDirectory);
        await using var painter = sidecar is null ? null : new NodeChartPainter(sidecar);
        var library = sidecar is not null && File.Exists(sidecar.LibraryPath)
            ? await File.ReadAllTextAsync(sidecar.LibraryPath, CancellationToken.None)
            : "";
        var written = await ReportFolder.WriteAsync(report, folder, language, painter, library, [], CancellationToken.None);
        foreach (var fault in written.Diagnostics) await errors.WriteLineAsync($"{fault}");
        if (!written.Succeeded) return false;
        foreach (var warning in written.Value.Warnings) await errors.WriteLineAsync(Spoken.Say(warning, language));
        await output.WriteLineAsync($"→ {written.Value.Page}");
        return true;
    }

    /// <summary>Why the folder may not be written, printed; false if it may not.</summary>
    public static bool MayWrite(string folder, TextWriter errors)
    {
        if (OutputFolder.Refusal(folder) is not { } refusal) return true;
        errors.WriteLine(refusal);
        return false;
    }
}
