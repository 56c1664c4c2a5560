// What is written is whole or absent, opens in Excel, and runs nothing there.
using System.Text;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Files.Output;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Files;

public sealed class OutputTests
{
    [Fact]
    public void Csv_WithFormulasNumbersAndQuotes_IsSafeForExcel()
    {
        using var bytes = new MemoryStream();
        CsvOutput.WriteCsv(bytes, new OutputTable(
            ["名称", "金额"],
            [
                ["=cmd|'/c calc'!A1", new Money(-1234)],
                ["-甲,乙", -5L],
                ["@\"x\"", Fraction.Of(1, 4)],
                [null, new DateOnly(2026, 6, 30)],
                ["＝1+1", OutputCell.Statistic(0.126, 2)],
                ["平常", Fraction.Of(1, 3)],
            ]));
        Assert.Equal(
            "\uFEFF名称,金额\r\n'=cmd|'/c calc'!A1,-12.34\r\n\"'-甲,乙\",-5\r\n\"'@\"\"x\"\"\",0.25\r\n,2026-06-30\r\n'＝1+1,0.13\r\n平常,1/3\r\n",
            Encoding.UTF8.GetString(bytes.ToArray()));
    }

    [Fact]
    public void Csv_WrittenAndRead_GivesTheSameTexts()
    {
        using var folder = new TemporaryFolder();
        string[] texts = ["=1+1", "-", "'x", "a\r\nb", "x\"y", "甲;乙"];
        Assert.Null(CsvOutput.WriteCsv(folder["t.csv"], new OutputTable(["a", "b"], texts.Select(text => (IReadOnlyList<OutputCell>)[text, 1L]))));
        var rows = TableFile.Read(folder["t.csv"]).Value!.Rows;
        Assert.Equal(texts, rows.Select(row => CellText.Text(row[0])));
    }

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
        Assert.Equal($"{folder["a.txt"]}: error BS060: cannot write here: the disk is full; choose another place with --out; nothing was left half-written", fault!.ToString());
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
        Assert.Equal(["manifest.json", "new.csv", "report.html"], Directory.GetFiles(folder["run"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Folder_NotCommitted_LeavesTheEarlierReport()
    {
        using var folder = new TemporaryFolder();
        Write(folder["run"], "manifest.json", "report.html");
        using (var second = OutputFolder.Open(folder["run"]).Value!) File.WriteAllText(second.PathOf("charts", "x.svg"), "x");
        Assert.Equal(["run"], folder.Names);
        Assert.Equal(["manifest.json", "report.html"], Directory.GetFiles(folder["run"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
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
