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
internal sealed class PlotCommand
{
    /// <summary>The word of the command.</summary>
    public const string Name = "plot";

    private readonly Argument<string> _run = new("run") { Description = "report folder of a run, comparison, sweep …" };
    private readonly Option<string?> _chart = new("--chart") { Description = "name of the chart; without it the charts are listed" };
    private readonly Option<string?> _size =
        new("--size") { Description = "WIDTHxHEIGHT in pixels, such as 1200x800; WIDTH alone: as high as it needs" };
    private readonly Option<string?> _format = new("--format") { Description = "png or svg (default: by the file's ending, else png)" };
    private readonly Option<string> _theme = new("--theme") { Description = "light or dark", DefaultValueFactory = _ => "light" };
    private readonly Option<string?> _file = new("--out") { Description = "the file (default: CHART.png or .svg here)" };

    public static Command Create() => new PlotCommand().Build();

    private Command Build()
    {
        var (language, json) = (SharedOptions.Lang(), SharedOptions.Json());
        _format.AcceptOnlyFromAmong("png", "svg");
        _theme.AcceptOnlyFromAmong("light", "dark");
        var command = new Command(Name, "paint a chart of a run as PNG or SVG")
        {
            _run,
            _chart,
            _size,
            _format,
            _theme,
            language,
            _file,
            json,
        };
        command.SetAction((parsed, stop) =>
        {
            var (tongue, isJson) = (parsed.GetRequiredValue(language), parsed.GetValue(json));
            return parsed.GetValue(_chart) is { } chart
                ? PaintAsync(parsed, chart, tongue, isJson, stop)
                : Task.FromResult(List(parsed, tongue, isJson));
        });
        return command;
    }

    private int List(ParseResult parsed, string language, bool isJson)
    {
        var (output, errors, run) =
            (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetRequiredValue(_run));
        var charts = ListedChart.Of(run);
        if (!charts.Succeeded) return Refuse(charts.Diagnostics, errors);
        if (isJson) output.WriteLine(ListedChart.Json(run, charts.Value));
        else ListedChart.Write(output, charts.Value, language);
        return ExitCode.Done;
    }

    private async Task<int> PaintAsync(ParseResult parsed, string chart, string language, bool isJson, CancellationToken stop)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var size = parsed.GetValue(_size) is { } written ? PictureSize.Read(written) : Loaded<PictureSize>.From(PictureSize.Default, []);
        if (!size.Succeeded) return Refuse(size.Diagnostics, errors);
        var theme = parsed.GetValue(_theme) == "dark" ? Theme.Dark : Theme.Light;
        var request = new PlotRequest(
            parsed.GetRequiredValue(_run),
            chart,
            size.Value,
            language == "zh" ? Language.Zh : Language.En,
            theme,
            FileOf(chart, parsed.GetValue(_file), parsed.GetValue(_format)));
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
