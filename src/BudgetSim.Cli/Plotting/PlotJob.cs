// Paints one chart of a saved run in a chosen size, format, language and theme.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Reports.Folders;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Files.Output;

namespace BudgetSim.Cli.Plotting;

/// <summary>What to paint: the run's folder, the chart, the form, and the file (its ending says which format).</summary>
internal sealed record PlotRequest(string Run, string Chart, PictureSize Size, Language Language, Theme Theme, string File)
{
    /// <summary>Whether the file is an SVG; else it is a PNG.</summary>
    public bool IsSvg => File.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);
}

/// <summary>From a saved chart to a picture on disk.</summary>
internal static class PlotJob
{
    // The width at which type has its normal size.
    private const double NormalWidth = 1000;
    private const double LeastDrawn = 480;

    /// <summary>The faults; none when the file is written.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> RunAsync(PlotRequest request, CancellationToken stop)
    {
        var saved = SavedChart.Read(request.Run, request.Chart);
        if (!saved.Succeeded) return saved.Diagnostics;
        if (Sidecar.FindAbove(AppContext.BaseDirectory) is not { } sidecar)
            return [NoPainter("charts: the folder sidecar is missing beside the program")];
        await using var painter = new NodeChartPainter(sidecar);
        try
        {
            var picture = await painter.PaintAsync(saved.Value.Json, Form(request), stop);
            var fault = AtomicFile.Write(
                request.File, file => file.Write(request.IsSvg ? System.Text.Encoding.UTF8.GetBytes(picture.Svg) : picture.Png.Span));
            return fault is null ? [] : [fault];
        }
        catch (PaintingException fault)
        {
            return [NoPainter(fault.Message)];
        }
    }

    private static PictureForm Form(PlotRequest request)
    {
        var drawn = Math.Clamp(request.Size.Width, LeastDrawn, NormalWidth);
        return new PictureForm(request.Language, request.Theme, request.Size.Width, request.Size.Height, request.IsSvg ? 0 : 1)
        {
            Zoom = request.Size.Width / drawn,
        };
    }

    private static Diagnostic NoPainter(string message) =>
        Diagnostic.Error(Place.Of("plot"), "BS604", message, "the chart's figures are in the folder charts as CSV");
}
