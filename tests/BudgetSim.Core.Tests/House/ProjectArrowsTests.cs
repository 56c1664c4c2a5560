// Data goes one way: the projects refer to each other only along the arrows of the design.
using System.Xml.Linq;
using BudgetSim.Tests;

namespace BudgetSim.Core.Tests.House;

public sealed class ProjectArrowsTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Core"] = [],
        ["Policy"] = ["Core"],
        ["Allocation"] = ["Core"],
        ["Simulation"] = ["Policy", "Allocation"],
        ["OrTools"] = ["Allocation"],
        ["Scenarios"] = ["Simulation"],
        ["Reports"] = ["Scenarios"],
        ["Cli"] = ["Core", "Policy", "Allocation", "Simulation", "OrTools", "Scenarios", "Reports"],
    };

    [Fact]
    public void Projects_AsWritten_FollowTheArrows()
    {
        var found = Directory.GetFiles(Repository.PathTo("src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(file => Name(file), file => References(file));
        Assert.Equal(Arrows.Keys.Order(), found.Keys.Order());
        foreach (var (project, references) in found)
            Assert.True(
                references.All(Arrows[project].Contains), $"{project} refers to {string.Join(", ", references.Except(Arrows[project]))}");
    }

    [Fact]
    public void OnlyOrTools_NamesTheSolver()
    {
        var naming = Directory.GetFiles(Repository.PathTo("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Where(file => File.ReadAllText(file).Contains("Google.OrTools", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.PathTo("src"), file).Split(Path.DirectorySeparatorChar)[0])
            .Distinct();
        Assert.Equal(["BudgetSim.OrTools"], naming);
    }

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file)["BudgetSim.".Length..];

    private static IReadOnlyList<string> References(string file) =>
        [.. XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Name(reference.Attribute("Include")!.Value.Replace('/', Path.DirectorySeparatorChar)))];
}
