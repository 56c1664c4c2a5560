// Policy files that are wrong in one thing each, beside the exact messages they must give.
using BudgetSim.Scenarios.Checks;
using BudgetSim.Scenarios.Tests.Files;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Policies;

public sealed class BadPolicyTests
{
    private static readonly string Library = Repository.PathTo("tests", "BudgetSim.Scenarios.Tests", "Bad", "policy", "library");

    public static TheoryData<string> Files() => BadFiles.In("policy");

    [Theory]
    [MemberData(nameof(Files))]
    public void Check_WrongPolicy_GivesExactlyTheseMessages(string name)
    {
        using var folder = new TemporaryFolder();
        var root = folder["."];
        foreach (var file in Directory.EnumerateFiles(Library, "*", SearchOption.AllDirectories))
            Copy(file, folder[Path.GetRelativePath(Library, file)]);
        Copy(BadFiles.PathOf("policy", name), folder[Path.Combine("sample", "policy.yaml")]);
        var faults = PathCheck.Run(root, seeds: root).Faults;
        BadFiles.Check(
            "policy",
            name,
            faults.Select(fault => fault with
            {
                Where = fault.Where with { File = Path.GetRelativePath(root, fault.Where.File).Replace('\\', '/') },
            }));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }
}
