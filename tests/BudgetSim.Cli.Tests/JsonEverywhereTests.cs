// Every command that prints something has --json, and the two READMEs say the same.
using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using BudgetSim.Cli.Commands;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class JsonEverywhereTests
{
    private static readonly string English = File.ReadAllText(Repository.PathTo("README.md"));
    private static readonly string Chinese = File.ReadAllText(Repository.PathTo("README.zh-CN.md"));

    // schema prints JSON and nothing else.
    [Fact]
    public void EveryCommand_HasJson()
    {
        var commands = Leaves(CommandTree.Create()).Where(command => command.Name != "schema").ToList();
        Assert.True(commands.Count >= 18);
        Assert.Empty(commands.Where(command => command.Options.All(option => option.Name != "--json")).Select(command => command.Name));
    }

    [Fact]
    public void EveryCommand_IsDocumentedWithItsJson()
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "reports.md"));
        Assert.Empty(CommandTree.Create().Subcommands.Where(command => !page.Contains($"`{command.Name}", StringComparison.Ordinal))
            .Select(command => command.Name));
    }

    [Fact]
    public void Test_AsJson_CountsWhatPassed()
    {
        using var json = JsonDocument.Parse(Commands.Run("test", Repository.PathTo("seeds", "fujian-2020", "cases.csv"), "--json").Output);
        Assert.Equal(
            ("budgetsim-test-1", 0), (json.RootElement.GetProperty("form").GetString(), json.RootElement.GetProperty("failed").GetInt32()));
        Assert.True(json.RootElement.GetProperty("passed").GetInt32() > 0);
    }

    [Fact]
    public void Readmes_NameTheSameCommandsAndFolders() => Assert.Equal(Names(English), Names(Chinese));

    [Fact]
    public void Readmes_HaveTheSameSectionsPicturesAndBlocks()
    {
        Assert.Equal(Regex.Count(English, "^##? ", RegexOptions.Multiline), Regex.Count(Chinese, "^##? ", RegexOptions.Multiline));
        Assert.Equal(Regex.Count(English, @"!\["), Regex.Count(Chinese, @"!\["));
        Assert.Equal(Regex.Count(English, "^```", RegexOptions.Multiline), Regex.Count(Chinese, "^```", RegexOptions.Multiline));
    }

    [Fact]
    public void Readme_NamesEveryCommandButHelpers() =>
        Assert.Empty(CommandTree.Create().Subcommands.Where(command => command.Name != "reform" && !Names(English).Contains(command.Name))
            .Select(command => command.Name));

    // The first words of the code spans in the first column of the tables.
    private static List<string> Names(string page) =>
        [.. Regex.Matches(page, @"^\| (?<names>`[^|]*) \|", RegexOptions.Multiline)
            .SelectMany(row => Regex.Matches(row.Groups["names"].Value, "(^|, |、)`(?<name>[^` ]+)", RegexOptions.ExplicitCapture))
            .Select(name => name.Groups["name"].Value)];

    private static IEnumerable<Command> Leaves(Command command) =>
        command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);
}
