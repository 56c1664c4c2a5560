// A folder of its own for a test that writes files.
namespace BudgetSim.Tests;

/// <summary>Made empty, removed with all it holds.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("budgetsim-");

    /// <summary>Its own path.</summary>
    public string Root => _folder.FullName;

    /// <summary>A path inside.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>The names of all that is inside, hidden ones included.</summary>
    public IEnumerable<string> Names => _folder.EnumerateFileSystemInfos().Select(info => info.Name).Order(StringComparer.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);
}
