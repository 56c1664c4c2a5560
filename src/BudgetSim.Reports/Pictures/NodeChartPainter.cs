// Paints charts with ECharts and resvg in one Node process that is kept for the run.
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Pictures;

/// <summary>
/// Keeps one process; a process that dies is started again once per picture. Start it early: its first picture costs about
/// a second, which then overlaps with the simulation.
/// </summary>
public sealed class NodeChartPainter : IChartPainter
{
    private const byte Paint = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Sidecar _sidecar;
    private readonly Lock _starting = new();
    private WorkerProcess? _process;

    /// <summary>A painter whose process starts with the first picture or <see cref="WarmUpAsync"/>.</summary>
    public NodeChartPainter(Sidecar sidecar) => _sidecar = sidecar;

    /// <summary>Starts the process and lets it load its fonts.</summary>
    public Task WarmUpAsync(CancellationToken cancellation)
    {
        var empty = ChartJson.Write(new ExceedanceChart("warm-up", Text.Same("测 a"), []));
        return PaintAsync(empty, new PictureForm(Language.Zh, Width: 400, Scale: 1), cancellation);
    }

    /// <inheritdoc/>
    public async Task<Picture> PaintAsync(string chart, PictureForm form, CancellationToken cancellation)
    {
        var body = Encoding.UTF8.GetBytes(Request(chart, form));
        try
        {
            return PictureFrom(await AskAsync(body, cancellation).ConfigureAwait(false));
        }
        catch (IOException)
        {
            return await PaintAgainAsync(body, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<Picture> PaintAgainAsync(byte[] body, CancellationToken cancellation)
    {
        try
        {
            return PictureFrom(await AskAsync(body, cancellation).ConfigureAwait(false));
        }
        catch (IOException fault)
        {
            throw new PaintingException("charts: the painting process ended twice; the tables are complete without it", fault);
        }
    }

    // A process that says nothing for so long is taken for dead, and ended.
    private async Task<byte[]> AskAsync(byte[] body, CancellationToken cancellation)
    {
        var process = Running();
        try
        {
            return await process.AskAsync(Paint, body, cancellation).WaitAsync(Patience, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException fault)
        {
            await process.DisposeAsync().ConfigureAwait(false);
            throw new IOException("the painting process did not answer", fault);
        }
    }

    private WorkerProcess Running()
    {
        lock (_starting)
        {
            if (_process is { HasEnded: false }) return _process;
            return _process = WorkerProcess.Start(_sidecar);
        }
    }

    private static string Request(string chart, PictureForm form)
    {
        var request = new
        {
            language = form.Language == Language.Zh ? "zh" : "en",
            theme = form.Theme == Theme.Light ? "light" : "dark",
            width = Math.Max(PictureForm.LeastWidth, form.Width / form.Zoom),
            height = form.Height / form.Zoom,
            bare = false,
        };
        var words = Wording.ToJson();
        var fixedPart = JsonSerializer.Serialize(request);
        return
            $"{{\"drawing\":{chart},\"request\":{fixedPart[..^1]},\"words\":{words}}},\"outer\":{{\"width\":{form.Width},\"height\":{form.Height}}},\"pixelWidth\":{form.PixelWidth}}}";
    }

    private static Picture PictureFrom(byte[] body)
    {
        var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(body);
        return new Picture(Encoding.UTF8.GetString(body, 4, length), body.AsMemory(4 + length));
    }
}
