// budgetsim plot: a chart of a saved run again, in another size, format, language or theme.
using System.CommandLine;
using System.Text.Json.Nodes;
using BudgetSim.Cli.Plotting;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Commands;

/// <summary>Paints a chart of a run; without --chart it lists them.</summary>
internal static class PlotCommand
{
    private static readonly Argument<string> Run = new("run") { Description = "report folder of a run, comparison, sweep … / 报告目录" };
    private static readonly Option<string?> Chart = new("--chart") { Description = "name of the chart; without it the charts are listed / 图表名称，不写则列出" };
    private static readonly Option<string?> Size = new("--size") { Description = "WIDTHxHEIGHT in pixels, such as 1200x800; WIDTH alone: as high as it needs / 宽x高（像素）" };
    private static readonly Option<string?> Format = new("--format") { Description = "png or svg (default: by the file's ending, else png) / 格式" };
    private static readonly Option<string> InTheme = new("--theme") { Description = "light or dark / 浅色或深色", DefaultValueFactory = _ => "light" };
    private static readonly Option<string?> Output = new("--out") { Description = "the file (default: CHART.png or .svg here) / 输出文件" };

    public static Command Create()
    {
        var (language, json) = (SharedOptions.Lang(), SharedOptions.Json());
        Format.AcceptOnlyFromAmong("png", "svg");
        InTheme.AcceptOnlyFromAmong("light", "dark");
        var command = new Command("plot", "paint a chart of a run as PNG or SVG / 输出图表") { Run, Chart, Size, Format, InTheme, language, Output, json };
        command.SetAction((parsed, stop) =>
        {
            var (tongue, isJson) = (parsed.GetRequiredValue(language), parsed.GetValue(json));
            return parsed.GetValue(Chart) is { } chart ? PaintAsync(parsed, chart, tongue, isJson, stop) : Task.FromResult(List(parsed, tongue, isJson));
        });
        return command;
    }

    private static int List(ParseResult parsed, string language, bool isJson)
    {
        var (output, errors, run) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetRequiredValue(Run));
        var charts = ListedChart.Of(run);
        if (!charts.Succeeded) return Refuse(charts.Diagnostics, errors);
        if (isJson) output.WriteLine(ListedChart.Json(run, charts.Value));
        else ListedChart.Write(output, charts.Value, language);
        return ExitCode.Done;
    }

    private static async Task<int> PaintAsync(ParseResult parsed, string chart, string language, bool isJson, CancellationToken stop)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var size = parsed.GetValue(Size) is { } written ? PictureSize.Read(written) : Loaded<PictureSize>.From(PictureSize.Default, []);
        if (!size.Succeeded) return Refuse(size.Diagnostics, errors);
        var theme = parsed.GetValue(InTheme) == "dark" ? Theme.Dark : Theme.Light;
        var request = new PlotRequest(parsed.GetRequiredValue(Run), chart, size.Value, language == "zh" ? Language.Zh : Language.En, theme, FileOf(chart, parsed.GetValue(Output), parsed.GetValue(Format)));
        var faults = await PlotJob.RunAsync(request, stop);
        if (faults.Count > 0) return Refuse(faults, errors);
        await output.WriteLineAsync(isJson ? Json(request) : $"→ {request.File}");
        return ExitCode.Done;
    }

    // A format that is asked for wins over the file's ending, and is added to it.
    private static string FileOf(string chart, string? file, string? format)
    {
        var ending = "." + (format ?? (file is not null && file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? "svg" : "png"));
        file ??= Path.GetFileName(chart) + ending;
        return file.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? file : file + ending;
    }

    private static string Json(PlotRequest request) => JsonText.Of(new JsonObject
    {
        ["form"] = "budgetsim-picture-1",
        ["chart"] = request.Chart,
        ["file"] = request.File,
        ["format"] = request.IsSvg ? "svg" : "png",
        ["width"] = request.Size.Width,
        ["height"] = request.Size.Height == 0 ? null : request.Size.Height,
        ["language"] = request.Language == Language.Zh ? "zh" : "en",
        ["theme"] = request.Theme == Theme.Light ? "light" : "dark",
    });

    private static int Refuse(IEnumerable<Diagnostic> faults, TextWriter errors)
    {
        foreach (var fault in faults) errors.WriteLine(fault);
        return ExitCode.BadInput;
    }
}
