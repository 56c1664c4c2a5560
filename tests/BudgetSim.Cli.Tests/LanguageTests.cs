// What a user reads comes in the language that was asked for, and help in both.
using System.CommandLine;
using BudgetSim.Cli.Commands;
using BudgetSim.Cli.Writing;

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
    public void Help_OfEveryCommandAndOption_IsInBothLanguages()
    {
        var root = CommandTree.Create();
        Assert.NotEmpty(root.Subcommands);
        var texts = root.Subcommands.SelectMany(command => command.Options.Where(option => option.Name != "--help").Select(option => ($"{command.Name} {option.Name}", option.Description))
            .Concat(command.Arguments.Select(argument => ($"{command.Name} <{argument.Name}>", argument.Description))).Append((command.Name, command.Description)));
        Assert.DoesNotContain(texts, text => text.Description?.Split(" / ") is not [.., var english, var chinese] || !english.Any(char.IsAsciiLetter) || !chinese.Any(sign => sign is >= '一' and <= '鿿'));
    }

    [Fact]
    public void EveryCommand_TakesALanguage() => Assert.All(CommandTree.Create().Subcommands, command => Assert.Contains(command.Options, option => option.Name == "--lang"));
}
