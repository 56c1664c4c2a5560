// Finds the policy library that comes with the tool.
namespace BudgetSim.Cli.Commands;

/// <summary>The library's folder: <c>seeds</c> in the working folder, else above the executable.</summary>
internal static class LibraryFolder
{
    private const string Name = "seeds";

    public static string Default()
    {
        if (Directory.Exists(Name)) return Name;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, Name);
            if (File.Exists(Path.Combine(candidate, "vocabulary.yaml"))) return candidate;
        }

        return Name;
    }
}
