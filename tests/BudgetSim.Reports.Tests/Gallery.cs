// Draws every chart and page into a folder for the eye; runs only where BUDGETSIM_GALLERY names one.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Folders;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;
using BudgetSim.Tests;

namespace BudgetSim.Reports.Tests;

[Trait("Category", "Gallery")]
public sealed class Gallery
{
    [Fact]
    public async Task Charts_InManySizes_AreDrawn()
    {
        var folder = Environment.GetEnvironmentVariable("BUDGETSIM_GALLERY");
        Assert.SkipWhen(folder is null, "BUDGETSIM_GALLERY is not set");
        await using var painter = new NodeChartPainter(Sidecar.FindAbove(Repository.Root)!);
        var charts = new (string Name, Chart Chart)[]
        {
            ("bands-1", Samples.Bands(1)), ("bands-4", Samples.Bands(4)), ("bands-8", Samples.Bands(8)), ("bands-24", Samples.Bands(24)), ("bands-60", Samples.Bands(60)), ("bands-300", Samples.Bands(300)), ("bands-0", Samples.Bands(0)),
            ("exceedance", Samples.Exceedance()), ("exceedance-far", Samples.Exceedance(90e6)), ("waterfall", Samples.Waterfall()), ("fan-5", Samples.Fan(5)), ("fan-1", Samples.Fan(1)),
            ("tornado", Samples.Tornado()), ("tornado-40", Samples.Tornado(40)), ("heatmap", Samples.Heatmap()), ("heatmap-big", Samples.Heatmap(30, 20)), ("frontier", Samples.Frontier()), ("lorenz", Samples.Lorenz()),
            ("difference", Samples.Difference()), ("difference-60", Samples.Difference(60)), ("losses", Samples.Losses(20)), ("losses-300", Samples.Losses(300)), ("split", Samples.Split(9)), ("convergence", Samples.Convergence()), ("ratio", Samples.Ratio()), ("calibration", Samples.Calibration()),
        };
        Directory.CreateDirectory(folder!);
        foreach (var (name, chart) in charts)
        {
            foreach (var form in new[] { new PictureForm(Language.Zh, Theme.Light, Scale: 1), new PictureForm(Language.En, Theme.Dark, 1000, Scale: 1) })
            {
                var picture = await painter.PaintAsync(ChartJson.Write(chart), form, CancellationToken.None);
                var suffix = form.Theme == Theme.Light ? "light-zh" : "dark-en";
                await File.WriteAllBytesAsync(Path.Combine(folder!, $"{name}-{suffix}.png"), picture.Png.ToArray());
            }
        }
    }

    [Fact]
    public async Task Folder_OfAFullReport_IsWritten()
    {
        var folder = Environment.GetEnvironmentVariable("BUDGETSIM_GALLERY");
        Assert.SkipWhen(folder is null, "BUDGETSIM_GALLERY is not set");
        var sidecar = Sidecar.FindAbove(Repository.Root)!;
        var library = await File.ReadAllTextAsync(sidecar.LibraryPath);
        var report = SampleReport.Of(24);
        await using var painter = new NodeChartPainter(sidecar);
        var names = Hostile.Names.Select((name, i) => new Band(Text.Same(name), new Money(i * 100_00), new Money((i + 10) * 100_00), new Money((i + 20) * 100_00), new Money((i + 30) * 100_00))).ToList();
        var hostile = SampleReport.Of(SampleReport.Clauses(Hostile.Names.Count, i => Text.Same(Hostile.Names[i])), [new BandsChart("bands", Text.Same(Hostile.Names[10]), names)]);
        await ReportFolder.WriteAsync(hostile, Path.Combine(folder!, "hostile"), Language.Zh, painter, library, [], CancellationToken.None);
        foreach (var run in new[] { "cold", "warm", "warm2" })
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var written = await ReportFolder.WriteAsync(report, Path.Combine(folder!, "run"), Language.Zh, painter, library, [], CancellationToken.None);
            TestContext.Current.SendDiagnosticMessage($"{run}: {clock.ElapsedMilliseconds} ms, page {new FileInfo(written.Value!.Page).Length}, workbook {new FileInfo(written.Value!.Workbook).Length} {string.Join(";", written.Value!.Warnings)}");
            await File.AppendAllTextAsync(Path.Combine(folder!, "times.txt"), $"{run}: {clock.ElapsedMilliseconds} ms, page {new FileInfo(written.Value!.Page).Length}, workbook {new FileInfo(written.Value!.Workbook).Length} {string.Join(";", written.Value!.Warnings)}\n");
        }
    }
}
