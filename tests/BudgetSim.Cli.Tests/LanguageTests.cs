// What a user reads is Chinese unless English was asked for: diagnostics, results and help alike.
using System.CommandLine;
using BudgetSim.Cli.Commands;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Wording;

namespace BudgetSim.Cli.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("divide: 错误 BS420: 未知的分配规则“talmut”；是否想写“talmud”？", "--lang", "zh")]
    [InlineData("divide: 错误 BS420: 未知的分配规则“talmut”；是否想写“talmud”？", "--lang=zh")]
    [InlineData("divide: error BS420: unknown division rule 'talmut'; did you mean 'talmud'?", "--lang", "en")]
    [InlineData("divide: 错误 BS420: 未知的分配规则“talmut”；是否想写“talmud”？")]
    public void Diagnostic_InTheLanguageAskedFor(string line, params string[] language)
    {
        string[] arguments = ["divide", "--estate", "100", "--claims", "60,90", "--rule", "talmut", .. language];
        using var errors = new StringWriter();
        using var writer = ChineseLines.For(arguments, errors);
        using var output = new StringWriter();
        Assert.Equal(1, CommandTree.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = writer }));
        Assert.Equal(line, errors.ToString().TrimEnd());
    }

    [Fact]
    public void Help_OfEveryCommandAndOption_HasChinese()
    {
        var texts = Texts(CommandTree.Create());
        Assert.True(texts.Count > 150);
        Assert.Empty(texts.Where(text => Chinese.Of(text.Said) is null)
            .Select(text => $"no Chinese in chinese.txt: {text.Of}: {text.Said}"));
    }

    [Theory]
    [InlineData("总数 （必填）", "选项：", "English: --help --lang en")]
    [InlineData("总数 （必填）", "选项：", "English: --help --lang en", "--lang", "zh")]
    [InlineData("whole units to share (required)", "Options:", "中文：--help --lang zh", "--lang", "en")]
    [InlineData("whole units to share (required)", "Options:", "中文：--help --lang zh", "--lang=en")]
    public void Help_OfACommand_InTheLanguageAskedFor(string text, string heading, string other, params string[] language)
    {
        var lines = Help(["round", "--help", .. language]);
        Assert.Contains(
            lines,
            line => line.Trim().StartsWith("--total", StringComparison.Ordinal) && line.EndsWith("  " + text, StringComparison.Ordinal));
        Assert.Contains(heading, lines);
        Assert.Equal(other, lines[^1]);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Help_OfEveryCommand_FitsEightyColumns(string language) => Assert.All(Paths(CommandTree.Create()), path =>
    {
        var lines = Help([.. path, "--help", "--lang", language]);
        Assert.All(lines, line => Assert.InRange(TerminalText.Width(line), 0, 80));
        Assert.Equal(language == "zh" ? "说明：" : "Description:", lines[0]);
        Assert.Contains(lines, line => line.Contains("--help", StringComparison.Ordinal));
    });

    [Fact]
    public void Help_OfARule_NamesItsValuesAndDefault()
    {
        var page = string.Join('\n', Help(["divide", "--help", "--lang", "en"]));
        Assert.Contains("budgetsim divide --estate <estate> --claims <claims> [options]", page, StringComparison.Ordinal);
        Assert.Contains("--lang <zh|en>", page, StringComparison.Ordinal);
        Assert.Contains("[default: zh]", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 checked, 2 errors, 0 warnings", "检查 1 项，2 个错误，0 个警告")]
    [InlineData("precise enough after 400 replications", "模拟 400 次后已达到精度")]
    public void Saying_IsFoundInTheCatalogue(string english, string chinese)
    {
        using var output = new StringWriter();
        using var writer = ChineseLines.For(["--lang:zh"], output);
        writer.WriteLine(new Saying(english));
        Assert.Equal(chinese, output.ToString().TrimEnd());
    }

    [Fact]
    public void EveryCommand_TakesALanguage() =>
        Assert.All(CommandTree.Create().Subcommands, command => Assert.Contains(command.Options, option => option.Name == "--lang"));

    // Also where it holds something that looks like a diagnostic.
    [Theory]
    [InlineData("{ \"message\": \"a.yaml:2:3: error BS031: unknown key 'rats'\" }")]
    [InlineData("[\n  { \"message\": \"a.yaml:2:3: error BS031: unknown key 'rats'\" }\n]")]
    public void Json_IsNeverTranslated(string text)
    {
        using var output = new StringWriter();
        using var writer = ChineseLines.For(["check", "--json"], output);
        writer.WriteLine(text);
        Assert.Equal(text, output.ToString().TrimEnd());
    }

    private static List<string> Help(string[] arguments)
    {
        using var output = new StringWriter();
        Assert.Equal(0, CommandTree.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output }));
        return [.. output.ToString().TrimEnd().Split(Environment.NewLine)];
    }

    private static IEnumerable<IReadOnlyList<string>> Paths(Command command) =>
        command.Subcommands.SelectMany(below => Paths(below).Select(path => (IReadOnlyList<string>)[below.Name, .. path])).Prepend([]);

    private static List<(string Of, string Said)> Texts(Command command) =>
    [
        .. command is RootCommand ? [] : new[] { (command.Name, command.Description ?? "") },
        .. command.Options.Concat<Symbol>(command.Arguments).Select(symbol => ($"{command.Name} {symbol.Name}", symbol.Description ?? "")),
        .. command.Subcommands.SelectMany(Texts),
    ];
}
