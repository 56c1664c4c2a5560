// The folder of a run appears whole, replaces only its own kind, and its charts can be painted again.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Reports.Folders;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Files.Output;
using BudgetSim.Tests;

namespace BudgetSim.Reports.Tests;

public sealed class ReportFolderTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    private string Run => _root["run"];

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task Folder_WithoutAPainter_HasEverythingButPictures()
    {
        await Write(null);
        Assert.Equal(
            ["charts", "extra/manifest.json", "forecast.csv", "report.html", "report.json", "report.xlsx"],
            Found().Where(name => name is "charts" or "forecast.csv" || name.StartsWith("report", StringComparison.Ordinal)
                || name.StartsWith("extra/", StringComparison.Ordinal)));
        Assert.Equal(12, SavedChart.Ids(Run).Count);
    }

    [Fact]
    public async Task Folder_WhosePainterFails_SaysSoOnce()
    {
        var written = await Write(new BrokenPainter());
        Assert.Equal(["no pictures today"], written.Warnings);
        Assert.True(File.Exists(written.Workbook));
    }

    [Fact]
    public async Task Folder_OfAnOlderReport_IsReplaced()
    {
        await Write(null);
        await File.WriteAllTextAsync(Path.Combine(Run, "left-over.txt"), "x", TestContext.Current.CancellationToken);
        await Write(null);
        Assert.False(File.Exists(Path.Combine(Run, "left-over.txt")));
        Assert.Equal([Run], Directory.EnumerateFileSystemEntries(_root.Root));
    }

    [Fact]
    public async Task Folder_OfSomethingElse_IsLeftAlone()
    {
        Directory.CreateDirectory(Run);
        await File.WriteAllTextAsync(Path.Combine(Run, "thesis.docx"), "x", TestContext.Current.CancellationToken);
        Assert.Equal("BS061", OutputFolder.Refusal(Run)!.Code);
        Assert.Equal("BS061", Assert.Single((await TryWrite(null)).Diagnostics).Code);
        Assert.True(File.Exists(Path.Combine(Run, "thesis.docx")));
    }

    // Two runs into one folder: what the other is still writing stays, what a dead one left goes.
    [Fact]
    public async Task Folder_BesideUnfinishedOnes_TakesAwayOnlyThoseOfTheDead()
    {
        Directory.CreateDirectory(_root[".run.partial-1"]);
        Directory.CreateDirectory(_root[".run.partial-2000000000"]);
        await Write(null);
        Assert.Equal(
            [".run.partial-1", "run"],
            Directory.EnumerateDirectories(_root.Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Folder_UnderAFile_IsRefusedBeforeTheRun()
    {
        File.WriteAllText(_root["file"], "x");
        Assert.Equal("BS060", OutputFolder.Refusal(_root["file/run"])!.Code);
        Assert.Equal("BS060", OutputFolder.Refusal(_root["file"])!.Code);
        Assert.Null(OutputFolder.Refusal(Run));
        Assert.Equal(["file"], Directory.EnumerateFileSystemEntries(_root.Root).Select(entry => Path.GetFileName(entry)));
    }

    [Fact]
    public async Task Folder_WhereAFileStands_IsRefusedWithAMessage()
    {
        await File.WriteAllTextAsync(Run, "x", TestContext.Current.CancellationToken);
        Assert.Equal("BS060", Assert.Single((await TryWrite(null)).Diagnostics).Code);
        Assert.Equal([Run], Directory.EnumerateFileSystemEntries(_root.Root));
    }

    [Fact]
    public async Task Folder_OfAStoppedRun_IsNotThere()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReportFolder.WriteAsync(
            SampleReport.Of(2), Run, Language.Zh, null, "", [], stop.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_root.Root));
    }

    [Fact]
    public async Task Chart_ByAMistypedName_IsSuggested()
    {
        await Write(null);
        Assert.Contains("did you mean 'tornado'?", SavedChart.Read(Run, "tornade").Diagnostics[0].ToString());
        Assert.Equal("BS601", SavedChart.Read(_root.Root, "tornado").Diagnostics[0].Code);
        Assert.StartsWith("{\"id\":\"tornado\"", SavedChart.Read(Run, "tornado").Value!.Json);
    }

    [Fact]
    public async Task Workbook_OfTheSameReport_HasTheSameBytes()
    {
        var first = await File.ReadAllBytesAsync((await Write(null)).Workbook, TestContext.Current.CancellationToken);
        var second = await File.ReadAllBytesAsync((await Write(null)).Workbook, TestContext.Current.CancellationToken);
        Assert.Equal(first, second);
    }

    private async Task<WrittenFolder> Write(IChartPainter? painter) => (await TryWrite(painter)).Value!;

    private Task<Loaded<WrittenFolder>> TryWrite(IChartPainter? painter) => ReportFolder.WriteAsync(
        SampleReport.Of(4), Run, Language.Zh, painter, "", [new ExtraFile("extra/manifest.json", "{}"u8.ToArray())],
        TestContext.Current.CancellationToken);

    private IEnumerable<string> Found() =>
        Directory.EnumerateFileSystemEntries(Run, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Run, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private sealed class BrokenPainter : IChartPainter
    {
        public Task<Picture> PaintAsync(string chart, PictureForm form, CancellationToken cancellation) =>
            Task.FromException<Picture>(new PaintingException("no pictures today"));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
