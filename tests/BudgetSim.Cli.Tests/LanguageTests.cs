// What a user reads comes in the language that was asked for, and help in both.
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
    [InlineData("divide: error BS420: unknown division rule 'talmut'; did you mean 'talmud'?")]
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
        var texts = Texts(CommandTree.Create("en"));
        Assert.True(texts.Count > 150);
        Assert.Empty(texts.Where(text => Chinese.Of(text.Said) is null).Select(text => $"no Chinese in chinese.txt: {text.Of}: {text.Said}"));
    }

    [Fact]
    public void Help_WithoutALanguage_IsBothSideBySide()
    {
        var (english, chinese) = (Texts(CommandTree.Create("en")), Texts(CommandTree.Create("zh")));
        Assert.DoesNotContain(chinese, text => !text.Said.Any(sign => sign is >= '一' and <= '鿿'));
        Assert.Equal(english.Zip(chinese, (one, other) => $"{one.Said} / {other.Said}"), Texts(CommandTree.Create()).Select(text => text.Said));
    }

    [Theory]
    [InlineData("whole units to share / 总数")]
    [InlineData("whole units to share", "--lang", "en")]
    [InlineData("总数", "--lang", "zh")]
    public void Help_OfACommand_InTheLanguageAskedFor(string text, params string[] language)
    {
        string[] arguments = ["round", "--help", .. language];
        using var output = new StringWriter();
        using var writer = ChineseLines.For(arguments, output);
        Assert.Equal(0, CommandTree.Create(Spoken.Asked(arguments)).Parse(arguments).Invoke(new InvocationConfiguration { Output = writer }));
        var lines = output.ToString().Split('\n').Select(line => line.Trim()).ToList();
        Assert.Contains(lines, line => line.StartsWith("--total", StringComparison.Ordinal) && line.EndsWith("  " + text, StringComparison.Ordinal));
        Assert.Contains(language.Contains("zh") ? "选项：" : "Options:", lines);
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
    public void EveryCommand_TakesALanguage() => Assert.All(CommandTree.Create().Subcommands, command => Assert.Contains(command.Options, option => option.Name == "--lang"));

    private static List<(string Of, string Said)> Texts(Command command) =>
    [
        .. command is RootCommand ? [] : new[] { (command.Name, command.Description ?? "") },
        .. command.Options.Concat<Symbol>(command.Arguments).Select(symbol => ($"{command.Name} {symbol.Name}", symbol.Description ?? "")),
        .. command.Subcommands.SelectMany(Texts),
    ];
}
