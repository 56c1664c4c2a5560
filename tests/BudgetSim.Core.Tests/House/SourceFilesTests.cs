// House rules that every source file keeps.
using System.Text.RegularExpressions;
using BudgetSim.Tests;

namespace BudgetSim.Core.Tests.House;

public sealed partial class SourceFilesTests
{
    private static readonly string[] Unwanted = ["Common", "Utils", "Helpers", "Manager"];

    [Fact]
    public void EveryFile_FirstLine_SaysWhatItIsFor() =>
        Assert.Empty(Sources().Where(file => !File.ReadLines(file).First().TrimStart('\uFEFF').StartsWith("// ", StringComparison.Ordinal))
            .Select(Shown));

    [Fact]
    public void NoFolder_IsACatchAll() =>
        Assert.Empty(Sources()
            .Where(file => Unwanted.Any(word => Path.GetDirectoryName(file)!.Split(Path.DirectorySeparatorChar).Contains(word)))
            .Select(Shown));

    [Fact]
    public void NoFile_IsLongerThan400Lines() =>
        Assert.Empty(Sources().Where(file => File.ReadLines(file).Count() > 400).Select(Shown));

    // A sentence is looked for whole and stands alone on its line, however long; raw text is as it is read or printed.
    [Fact]
    public void NoLine_OfCode_IsWiderThan140() =>
        Assert.Empty(Sources().SelectMany(file => Wide(file).Select(line => $"{Shown(file)}:{line}")));

    private static IEnumerable<int> Wide(string file)
    {
        var isRaw = false;
        foreach (var (index, line) in File.ReadLines(file).Index())
        {
            var wasRaw = isRaw;
            isRaw ^= line.Split("\"\"\"").Length % 2 == 0;
            if (line.Length > 140 && !wasRaw && !OneText().IsMatch(line)) yield return index + 1;
        }
    }

    [GeneratedRegex("""^ *(==|[?:+(]+)? ?[$@]*".*"[,;)}\] ]*$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneText();

    private static IEnumerable<string> Sources() =>
        new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathTo(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));

    private static string Shown(string file) => Path.GetRelativePath(Repository.Root, file);
}
