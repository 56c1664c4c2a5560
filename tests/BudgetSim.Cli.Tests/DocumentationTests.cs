// The documentation names every option and every dependency, and its links and file names lead somewhere.
using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BudgetSim.Cli.Commands;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class DocumentationTests
{
    private static readonly string[] Pages =
    [
        Repository.PathTo("README.md"), Repository.PathTo("README.zh-CN.md"), Repository.PathTo("CONTRIBUTING.md"),
        Repository.PathTo("scenarios", "README.md"),
        .. Directory.GetFiles(Repository.PathTo("docs"), "*.md"),
    ];

    [Fact]
    public void EveryOption_IsInTheDocumentation()
    {
        var text = string.Concat(Pages.Select(File.ReadAllText));
        var options = Commands(CommandTree.Create())
            .SelectMany(command => command.Options.Where(option => option is not HelpOption).Select(option => option.Name))
            .Distinct()
            .ToList();
        Assert.Contains("--seeds", options);
        Assert.Equal([], options.Where(option => !Regex.IsMatch(text, Regex.Escape(option) + "(?![a-z-])")));
    }

    [Fact]
    public void EveryCommand_IsOnThePageOfCommands()
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "commands.md"));
        Assert.Empty(CommandTree.Create().Subcommands.Where(command => !page.Contains($"`{command.Name}", StringComparison.Ordinal))
            .Select(command => command.Name));
    }

    [Fact]
    public void EveryPackageInUse_IsListedWithItsVersion()
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "dependencies.md"));
        var versions = XDocument.Load(Repository.PathTo("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(entry => (string)entry.Attribute("Include")!, entry => (string)entry.Attribute("Version")!);
        var used = new[] { "src", "tests", "benchmarks" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathTo(folder), "*.csproj", SearchOption.AllDirectories))
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .Concat([Repository.PathTo("Directory.Build.props"), Repository.PathTo("tests", "Directory.Build.props")])
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference"))
            .Select(entry => (string)entry.Attribute("Include")!)
            .Distinct()
            .ToList();
        Assert.Contains("YamlDotNet", used);
        Assert.Empty(versions.Keys.Except(used));
        Assert.Equal([], used.Where(package => !page.Contains($"| {package} | {versions[package]} |", StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryLinkAndFileName_LeadsSomewhere()
    {
        var links = Pages.SelectMany(page => Regex.Matches(
            File.ReadAllText(page), @"\]\((?<path>[^)#:]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture).Select(link => Path.Combine(
            Path.GetDirectoryName(page)!, link.Groups["path"].Value)));
        var names = Pages.SelectMany(
            page => Regex.Matches(File.ReadAllText(page), @"`(?<path>(src|tests|docs)/[\w./-]+)`", RegexOptions.ExplicitCapture)
                .Select(name => Repository.PathTo(name.Groups["path"].Value)));
        var all = links.Concat(names).Distinct().ToList();
        Assert.True(all.Count > 20);
        Assert.Equal([], all.Where(path => !File.Exists(path) && !Directory.Exists(path)));
    }

    private static IEnumerable<Command> Commands(Command command) => command.Subcommands.SelectMany(Commands).Prepend(command);
}
