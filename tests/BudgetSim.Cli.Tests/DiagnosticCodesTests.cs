// Each diagnostic code is made in one place, so that its meaning never changes.
using System.Text.RegularExpressions;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed partial class DiagnosticCodesTests
{
    private const int LongestMethod = 30;

    [Fact]
    public void Codes_InTheSources_AreMadeOnceEach()
    {
        var places = Directory.EnumerateFiles(Repository.PathTo("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"))
            .SelectMany(file => File.ReadLines(file)
                .SelectMany((line, index) => Made().Matches(line)
                    .Select(match => (Code: match.Groups["code"].Value,
                        File: Path.GetRelativePath(Repository.Root, file),
                        Line: index + 1))))
            .GroupBy(found => found.Code)
            .ToList();
        Assert.NotEmpty(places);
        Assert.Empty(places.Where(place => !IsOneMethod([.. place.Select(found => (found.File, found.Line))]))
            .Select(place => $"{place.Key}: {string.Join(", ", place.Select(found => $"{found.File}:{found.Line}"))}"));
    }

    // A method may make its code in two branches, a few lines apart.
    private static bool IsOneMethod(List<(string File, int Line)> places) =>
        places.All(place => place.File == places[0].File)
            && places.Max(place => place.Line) - places.Min(place => place.Line) <= LongestMethod;

    // An argument, not a comparison.
    [GeneratedRegex("(^|, ) *\"(?<code>BS[0-9]{3})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Made();
}
