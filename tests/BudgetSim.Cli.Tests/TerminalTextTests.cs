// Lines, tables, trees and the progress bar on a terminal of 80 columns and less.
using BudgetSim.Cli.Running;
using BudgetSim.Cli.Writing;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Tests;

public sealed class TerminalTextTests
{
    // A Chinese character takes two cells; a number stays with its unit, a closing sign with what it closes.
    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("缺口 235427元（未压减）。", 14, "缺口 235427元|（未压减）。")]
    [InlineData("合计 23.5427万元", 12, "合计|23.5427万元")]
    [InlineData("他说“好”。", 8, "他说|“好”。")]
    [InlineData("unbreakable", 4, "unbreakable")]
    public void Sentence_TooWide_IsBrokenWhereOneMay(string text, int widest, string lines) =>
        Assert.Equal(lines.Split('|'), TerminalText.Wrapped(text, widest));

    // Escape sequences, line breaks and marks that turn the direction of writing come from files and must not move the cursor.
    [Theory]
    [InlineData("\u001b[31mred\u0007", " [31mred ")]
    [InlineData("a\r\nb\tc", "a b c")]
    [InlineData("\u202Eevil", " evil")]
    public void Text_FromAFile_MovesNoCursor(string text, string printed)
    {
        Assert.Equal(printed, TerminalText.Plain(text));
        Assert.Equal(printed.TrimEnd(), Table([new("name", IsKey: true), new("text")], [["k", text]])[2][6..]);
    }

    [Fact]
    public void Sentence_WithAnIndent_KeepsItsOwnAndIndentsTheRest()
    {
        using var output = new StringWriter();
        TerminalText.WriteSentence(output, "  ab cd ef", "    ", 8);
        Assert.Equal(["  ab cd", "    ef"], output.ToString().TrimEnd().Split(Environment.NewLine));
    }

    [Fact]
    public void Table_ThatMustFit_KeepsKeysAndNumbersWhole()
    {
        var name = new string('k', 60);
        var lines = Table(
            [new("name", IsKey: true), new("text"), new("n", IsNumber: true)],
            [[name, new string('长', 60), "1,234,567"], ["short", "b", "1"]]);
        Assert.All(lines, line => Assert.InRange(TerminalText.Width(line), 1, 80));
        Assert.Equal(name, lines[2]);
        Assert.EndsWith("1,234,567", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("short", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Tree_WithALongStep_GoesOnBelowItself()
    {
        var leaf = new ExplanationStep("condition", new Bilingual("", string.Join(' ', Enumerable.Repeat("word", 30))));
        using var output = new StringWriter();
        StepTree.Write(
            output, new ExplanationStep("measure", new Bilingual("", "root")) { Parts = [leaf with { Parts = [leaf] }, leaf] }, "en", 80);
        var lines = output.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.All(lines, line => Assert.InRange(TerminalText.Width(line), 1, 80));
        Assert.Equal(
            ["├─ ", "│  │  ", "│  └─ ", "│        ", "└─ ", "      "], lines.Skip(1).Select(line => line[..line.IndexOf('w')]).Distinct());
    }

    // 300 of 1,200 done, 50 a second: 18 seconds are left; 20,000 seconds are 333 minutes and 20 seconds.
    [Theory]
    [InlineData(300, 1200, 50.0, 80, "zh", "[#######.......................] 300/1,200  50/s  剩 0:18")]
    [InlineData(300, 1200, 50.0, 80, "en", "[#######.......................] 300/1,200  50/s  0:18 left")]
    [InlineData(300, 1200, 0.0, 80, "en", "[#######.......................] 300/1,200")]
    [InlineData(0, 20000, 1.0, 80, "en", "[..............................] 0/20,000  1/s  333:20 left")]
    [InlineData(1200, 1200, 50.0, 40, "en", "[########] 1,200/1,200  50/s  0:00 left")]
    [InlineData(300, 1200, 50.0, 20, "en", "300/1,200")]
    public void Progress_SaysRateAndTimeLeft_AndFits(int done, int total, double rate, int columns, string language, string line)
    {
        var drawn = ProgressBar.Line(done, total, rate, columns, language == "zh" ? Language.Zh : Language.En);
        Assert.Equal(line, drawn);
        Assert.InRange(TerminalText.Width(drawn), 1, columns);
    }

    private static string[] Table(IReadOnlyList<TextColumn> heads, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var output = new StringWriter();
        TextTable.Write(output, heads, rows, 80);
        return output.ToString().TrimEnd().Split(Environment.NewLine);
    }
}
