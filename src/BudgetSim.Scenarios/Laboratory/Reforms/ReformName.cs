// Finds what a command line calls scenario+reform+reform.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>A scenario folder and the reforms laid over it, in order.</summary>
public sealed record ReformName(string Text, string Folder, IReadOnlyList<Reform> Reforms)
{
    /// <summary>
    /// Reads <c>FOLDER+REFORM+...</c>; a reform is a file, or the name of one in the scenario's <c>reforms</c> folder.
    /// Without a folder before the first plus, <paramref name="first"/> is meant. A folder that has a plus in its own name is a scenario
    /// without reforms.
    /// </summary>
    public static Loaded<ReformName> Read(string text, string? first = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = Directory.Exists(text) ? [text] : text.Split('+');
        var folder = parts[0].Length == 0 && first is not null ? first : parts[0];
        var read = parts.Skip(1).Select(part => ReadOne(folder, part)).ToList();
        var faults = read.SelectMany(reform => reform.Diagnostics).ToList();
        return Loaded<ReformName>.From(
            new ReformName(text, folder, [.. read.Where(reform => reform.Succeeded).Select(reform => reform.Value!)]), faults);
    }

    /// <summary>One reform by name or file.</summary>
    public static Loaded<Reform> ReadOne(string folder, string name)
    {
        if (File.Exists(name)) return ReformFile.Read(name);
        var inside = Path.Combine(folder, "reforms", name.EndsWith(".yaml", StringComparison.Ordinal) ? name : name + ".yaml");
        return File.Exists(inside) ? ReformFile.Read(inside) : Unknown(folder, name);
    }

    /// <summary>The names of the reforms that come with a scenario, sorted.</summary>
    public static IReadOnlyList<string> Known(string folder)
    {
        var reforms = Path.Combine(folder, "reforms");
        return Directory.Exists(reforms)
            ? [.. Directory.GetFiles(reforms, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)]
            : [];
    }

    private static Loaded<Reform> Unknown(string folder, string name)
    {
        var known = Known(folder);
        var near = NearestName.Hint(name, known);
        var hint = near.Length > 0 ? near : known.Count > 0 ? $"there are {string.Join(", ", known)}" : "name a file";
        return new Loaded<Reform>(
            null, [Diagnostic.Error(Place.Of(Path.Combine(folder, "reforms")), "BS507", $"there is no reform '{name}'", hint)]);
    }
}
