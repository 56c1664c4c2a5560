// The seam behind which charts become pictures.
namespace BudgetSim.Reports.Pictures;

/// <summary>
/// Paints charts given in their JSON form (<see cref="Charts.ChartJson"/>). The one here is a Node process; another
/// library can take its place without any chart knowing.
/// </summary>
public interface IChartPainter : IAsyncDisposable
{
    /// <summary>Paints one chart; several may be asked for at once.</summary>
    /// <exception cref="PaintingException">The painter could not be started or gave up on this chart twice.</exception>
    Task<Picture> PaintAsync(string chart, PictureForm form, CancellationToken cancellation);
}
