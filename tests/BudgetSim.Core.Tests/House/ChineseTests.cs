// Every sentence of a diagnostic, and every other that is said, is said in English and in Chinese, and the catalogue holds nothing else.
using System.Text.RegularExpressions;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Wording;
using BudgetSim.Tests;

namespace BudgetSim.Core.Tests.House;

public sealed partial class ChineseTests
{
    private const string Catalogue = "src/BudgetSim.Core/Wording/chinese.txt";
    private static readonly HashSet<string> Makers = ["Error", "Warning", "Fault", "Refuse", "Say", "SayAsync", "Saying"];

    // By these the parser's own words are recognised; nobody reads them.
    private static readonly HashSet<string> OfTheParser =
    [
        "invalid mapping", "cannot start any token", "node content", "expected key", "document end", "quoted scalar",
    ];

    private static readonly Lazy<IReadOnlyList<(string File, SourceLiteral Literal)>> Literals = new(() =>
        [.. Directory.EnumerateFiles(Repository.PathTo("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => StringLiterals.In(File.ReadAllText(file))
                .Select(literal => (Path.GetRelativePath(Repository.Root, file), literal)))]);

    [Fact]
    public void Sentences_OfDiagnostics_HaveChinese()
    {
        var known = Chinese.Entries().Select(entry => entry.Key).ToHashSet();
        var missing = Literals.Value.Where(found => IsSaid(found.File, found.Literal) && !known.Contains(found.Literal.Text)).ToList();
        Assert.True(
            missing.Count == 0,
            $"Add these lines to {Catalogue}, with the Chinese behind the arrow:\n" + string.Join(
                '\n', missing.Select(found => $"# {found.File}:{found.Literal.Line}\n{found.Literal.Text} => ")));
    }

    [Fact]
    public void Entries_OfTheCatalogue_AreSaidSomewhere()
    {
        var written = Literals.Value.Select(found => found.Literal.Text).ToHashSet();
        Assert.Empty(Chinese.Entries().Select(entry => entry.Key)
            .Where(key => !written.Contains(key))
            .Select(key => $"nothing says this any more, remove it from {Catalogue}: {key}"));
    }

    [Fact]
    public void Entries_OfTheCatalogue_AreChineseWithTheSameGaps()
    {
        var entries = Chinese.Entries();
        Assert.NotEmpty(entries);
        Assert.Empty(entries.Where(entry => !Han().IsMatch(entry.Value) && Letters().IsMatch(entry.Value))
            .Select(entry => $"no Chinese: {entry.Key}"));
        Assert.Empty(entries.Where(entry => !GapsOf(entry.Key).SequenceEqual(GapsOf(entry.Value)))
            .Select(entry => $"other gaps: {entry.Key}"));
        Assert.Empty(entries.GroupBy(entry => entry.Key).Where(group => group.Count() > 1).Select(group => $"twice: {group.Key}"));
    }

    [Fact]
    public void Messages_OfTheBadFiles_BecomeChinese()
    {
        var lines = Directory.EnumerateFiles(Repository.PathTo("tests"), "*.expected", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("bin"))
            .SelectMany(File.ReadLines).Where(line => Line().IsMatch(line)).ToList();
        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines.Select(Chinese.OfLine), line => !Said().IsMatch(line));
    }

    [Theory]
    [InlineData("a.yaml:2:3: error BS031: unknown key 'rats'; did you mean 'rate'?", "a.yaml:2:3: 错误 BS031: 未知的键 'rats'；是否想写“rate”？")]
    [InlineData(
        "a.yaml:1:1: error BS032: tiers is a list of 3, expected one word; write one value",
        "a.yaml:1:1: 错误 BS032: tiers 为含 3 项的列表，应为单个值；写单个值")]
    [InlineData(
        "a.csv:3:1: error BS233: the fund 'f' of 2026 stands twice, first in line 2; add the two amounts, or give each its year",
        "a.csv:3:1: 错误 BS233: 资金 'f'（2026 年）出现两次，首次在第 2 行；把两笔金额相加，或分别写明年度")]
    [InlineData(
        "a.csv:3:1: error BS233: the fund 'f' stands twice, first in line 2; add the two amounts, or give each its year",
        "a.csv:3:1: 错误 BS233: 资金 'f'出现两次，首次在第 2 行；把两笔金额相加，或分别写明年度")]
    [InlineData(
        "a.csv:1:1: warning BS048: took 'x; y' for a title, not for the header; remove this row if it is something else",
        "a.csv:1:1: 警告 BS048: 把 'x; y' 当作标题，而非表头；若不是标题，请删除该行")]
    [InlineData("done in 3 s", "done in 3 s")]
    public void Line_OfADiagnostic_IsSaidInChinese(string english, string chinese) => Assert.Equal(chinese, Chinese.OfLine(english));

    [Fact]
    public void Diagnostic_WithASentenceOfNoCatalogue_KeepsIt() =>
        Assert.Equal("f: 错误 BS999: so odd", Chinese.Of(Diagnostic.Error(Place.Of("f"), "BS999", "so odd")));

    // What stands in a file of faults or is handed to whoever makes one; pieces with a space at an end belong to a longer sentence.
    private static bool IsSaid(string file, SourceLiteral literal)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var isOfFaults = name.EndsWith("Faults", StringComparison.Ordinal) || name.EndsWith("Mistake", StringComparison.Ordinal)
            || literal.Calls.Any(Makers.Contains);
        var plain = Gaps().Replace(literal.Text, "");
        return isOfFaults && !file.Contains("BudgetSim.Reports", StringComparison.Ordinal) && Words().IsMatch(plain)
            && Spaced().IsMatch(literal.Text)
            && literal.Text.Trim() == literal.Text && !literal.Text.StartsWith("--", StringComparison.Ordinal)
            && !OfTheParser.Contains(literal.Text);
    }

    private static IEnumerable<string> GapsOf(string text) =>
        Gaps().Matches(text).Select(gap => gap.Groups["number"].Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<number>[0-9]+)(:w)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gaps();

    [GeneratedRegex("[a-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex Words();

    [GeneratedRegex("[A-Za-z,] |[}] [a-z]", RegexOptions.None, 1000)]
    private static partial Regex Spaced();

    [GeneratedRegex("[一-鿿]", RegexOptions.None, 1000)]
    private static partial Regex Han();

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex Letters();

    [GeneratedRegex(": (error|warning) BS[0-9]{3}: ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    [GeneratedRegex(": (错误|警告) BS[0-9]{3}: .*[一-鿿]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Said();
}
