// Starts pictures before the report that asks for them is ready.
using System.Collections.Concurrent;
using BudgetSim.Reports.Charts;

namespace BudgetSim.Reports.Pictures;

/// <summary>
/// Keeps pictures that were begun early; whoever asks for the same drawing in the same form gets that picture, any other
/// chart is painted when it is asked for. It does not own <paramref name="painter"/>.
/// </summary>
public sealed class AheadPainter(IChartPainter painter) : IChartPainter
{
    private readonly ConcurrentDictionary<(string Chart, PictureForm Form), Task<Picture>> _begun = new();

    /// <summary>Begins the pictures of some charts and returns at once; a failure shows when the picture is asked for.</summary>
    public void Begin(IEnumerable<Chart> charts, PictureForm form)
    {
        ArgumentNullException.ThrowIfNull(charts);
        foreach (var chart in charts) _ = PaintAsync(ChartJson.Write(chart), form, CancellationToken.None);
    }

    /// <inheritdoc/>
    public Task<Picture> PaintAsync(string chart, PictureForm form, CancellationToken cancellation) =>
        _begun.GetOrAdd((chart, form), wanted => painter.PaintAsync(wanted.Chart, wanted.Form, cancellation));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
