// Writes the files of a payout, all or none.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Csv;
using BudgetSim.Reports.Html;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Settlements;
using BudgetSim.Reports.Values;
using BudgetSim.Reports.Workbooks;
using BudgetSim.Scenarios.Claims;
using BudgetSim.Scenarios.Files.Output;
using TableFile = BudgetSim.Scenarios.Files.Tables.TableFile;

namespace BudgetSim.Cli.Settling;

/// <summary>Where the files go, in which language, and in which unit of money if one was chosen.</summary>
internal sealed record SettlementFiles(string Folder, Language Language, MoneyUnit? Unit);

/// <summary>
/// awards, deductions, not-paid, totals, payers and funds as CSV, awards.xlsx with all of them, report.html, charts as figures (for plot),
/// settlement.json, manifest.json.
/// </summary>
internal static class SettlementFolder
{
    /// <summary>Writes the folder of <paramref name="files"/>; the fault when it cannot be written, else null.</summary>
    public static Diagnostic? Write(SettlementBook book, SettlementFiles files)
    {
        var (folder, language) = (files.Folder, files.Language);
        var opened = OutputFolder.Open(folder);
        if (!opened.Succeeded) return opened.Diagnostics[0];
        using var output = opened.Value;
        var report = SettlementReport.From(
            book, [.. Inputs(book.Settled).Select(input => new ManifestEntry(Text.Same(input.Name), input.Hash))]);
        if (files.Unit is { } unit) report = report.InUnit(unit);
        foreach (var table in report.Tables.Where(table => table.Id != "run-manifest"))
        {
            if (output.Write(table.Id + ".csv", stream => CsvTable.Write(table, language, stream)) is { } fault) return fault;
        }

        foreach (var chart in report.Charts)
        {
            if (output.Write($"charts/{chart.Id}.json", stream => stream.Write(Encoding.UTF8
                .GetBytes(ChartJson.Write(chart)))) is { } fault)
                return fault;
            if (output.Write($"charts/{chart.Id}.csv", stream => CsvTable.Write(chart.ToTable(), language, stream)) is { } tableFault)
                return tableFault;
        }

        var library = Sidecar.FindAbove(AppContext.BaseDirectory)?.LibraryPath is { } path && File.Exists(path)
            ? File.ReadAllText(path)
            : "";
        return output.Write(
            OutputFolder.PageName, stream => stream.Write(Encoding.UTF8.GetBytes(HtmlPage.Write(report, language, library))))
            ?? output.Write("awards.xlsx", stream => Workbook.Write(report, language, [], stream))
            ?? output.Write("settlement.json", stream => PrintedJson.Write(stream, json => SettlementJson.Write(book, json)))
            ?? output.Write(OutputFolder.ManifestName, stream => PrintedJson.Write(stream, json => WriteManifest(book, json)))
            ?? output.Commit();
    }

    /// <summary>Every input of a payout by its short name, with its hash.</summary>
    public static IEnumerable<(string Name, string Hash)> Inputs(SettledClaims settled)
    {
        var request = settled.Request;
        var files = new[] { request.Claims, request.Funds, request.PaidBefore }.OfType<string>()
            .Concat(request.ParameterFiles)
            .DistinctBy(path => Path.GetFileName(path))
            .Select(path => (Path.GetFileName(path), Hash(path)));
        return files.Concat(settled.Policies
            .Select(policy => (policy + "/policy.yaml", Hash(Path.Combine(request.Library, policy, "policy.yaml")))));
    }

    // What it takes to repeat the payout; no time, so the same input gives the same bytes.
    private static void WriteManifest(SettlementBook book, Utf8JsonWriter json)
    {
        var request = book.Settled.Request;
        json.WriteStartObject();
        json.WriteString("command", "settle");
        json.WriteStartArray("policies");
        foreach (var policy in book.Settled.Policies) json.WriteStringValue(policy);
        json.WriteEndArray();
        WritePairs(json, "readings", request.Readings);
        WritePairs(json, "parameters", request.Parameters);
        json.WriteNumber("year", book.Settled.Settled.Filing.Year);
        json.WriteStartObject("source");
        json.WriteString("claims", request.Claims);
        if (request.Funds is not null) json.WriteString("funds", request.Funds);
        if (request.PaidBefore is not null) json.WriteString("paid_before", request.PaidBefore);
        json.WriteEndObject();
        WritePairs(json, "inputs", Inputs(book.Settled).ToDictionary(input => input.Name, input => input.Hash));
        json.WriteEndObject();
    }

    private static void WritePairs(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> pairs)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in pairs) json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static string Hash(string path) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(TableFile.FileOf(path))));
}
