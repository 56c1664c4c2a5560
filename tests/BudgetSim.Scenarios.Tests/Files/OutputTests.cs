// What is written is whole or absent.
using BudgetSim.Scenarios.Files.Output;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Files;

public sealed class OutputTests
{
    [Fact]
    public void File_WhoseWritingFails_LeavesTheEarlierOneAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.txt"], "earlier");
        var fault = AtomicFile.Write(folder["a.txt"], stream =>
        {
            stream.WriteByte(1);
            throw new IOException("full", 28);
        });
        Assert.Equal(
            $"{folder["a.txt"]}: error BS060: cannot write here: the disk is full; choose another place with --out; nothing was left half-written",
            fault!.ToString());
        Assert.Equal(["a.txt"], folder.Names);
        Assert.Equal("earlier", File.ReadAllText(folder["a.txt"]));
    }

    [Fact]
    public void Folder_Committed_ReplacesTheEarlierReportAsAWhole()
    {
        using var folder = new TemporaryFolder();
        Write(folder["run"], "manifest.json", "report.html", "old.csv");
        Write(folder["run"], "manifest.json", "report.html", "new.csv");
        Assert.Equal(["run"], folder.Names);
        Assert.Equal(
            ["manifest.json", "new.csv", "report.html"],
            Directory.GetFiles(folder["run"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Folder_NotCommitted_LeavesTheEarlierReport()
    {
        using var folder = new TemporaryFolder();
        Write(folder["run"], "manifest.json", "report.html");
        using (var second = OutputFolder.Open(folder["run"]).Value!) Assert.Null(second.Write("new.csv", stream => stream.WriteByte(1)));
        Assert.Equal(["run"], folder.Names);
        Assert.Equal(
            ["manifest.json", "report.html"],
            Directory.GetFiles(folder["run"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Folder_LeftByAKilledRun_IsRemovedByTheNext()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder[".run.partial-999999999"]);
        Write(folder["run"], "manifest.json");
        Assert.Equal(["run"], folder.Names);
    }

    // Web projects and browser extensions have a manifest.json too.
    [Theory]
    [InlineData("thesis.docx")]
    [InlineData("manifest.json")]
    [InlineData("report.html")]
    public void Folder_OfOtherFiles_IsNeverReplaced(string file)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["mine"]);
        File.WriteAllText(Path.Combine(folder["mine"], file), "x");
        Assert.Equal("BS061", Assert.Single(OutputFolder.Open(folder["mine"]).Diagnostics).Code);
        Assert.Equal(["mine"], folder.Names);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("/")]
    public void Folder_ThatHoldsTheWorkingFolder_IsRefused(string path) =>
        Assert.Equal("BS062", Assert.Single(OutputFolder.Open(path).Diagnostics).Code);

    private static void Write(string path, params string[] names)
    {
        using var output = OutputFolder.Open(path).Value!;
        foreach (var name in names) Assert.Null(output.Write(name, stream => stream.WriteByte(1)));
        Assert.Null(output.Commit());
    }
}
