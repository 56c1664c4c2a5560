// House rules that every source file keeps.
using BudgetSim.Tests;

namespace BudgetSim.Core.Tests.House;

public sealed class SourceFilesTests
{
    private static readonly string[] Unwanted = ["Common", "Utils", "Helpers", "Manager"];

    [Fact]
    public void EveryFile_FirstLine_SaysWhatItIsFor() =>
        Assert.Empty(Sources().Where(file => !File.ReadLines(file).First().TrimStart('\uFEFF').StartsWith("// ", StringComparison.Ordinal)).Select(Shown));

    [Fact]
    public void NoFolder_IsACatchAll() =>
        Assert.Empty(Sources().Where(file => Unwanted.Any(word => Path.GetDirectoryName(file)!.Split(Path.DirectorySeparatorChar).Contains(word))).Select(Shown));

    [Fact]
    public void NoFile_IsLongerThan400Lines() =>
        Assert.Empty(Sources().Where(file => File.ReadLines(file).Count() > 400).Select(Shown));

    private static IEnumerable<string> Sources() =>
        new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathTo(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));

    private static string Shown(string file) => Path.GetRelativePath(Repository.Root, file);
}
