// Reads what several laboratory commands take: a scenario with reforms, varied paths.
using BudgetSim.Cli.Laboratory;
using BudgetSim.Cli.Running;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Cli.Commands;

/// <summary>Inputs with their faults printed; null where there is an error.</summary>
internal static class LaboratoryInput
{
    /// <summary>The scenario, perhaps under reforms.</summary>
    public static Side? Side(string name, LaboratorySettings settings)
    {
        var sides = Scenarios.Laboratory.Variants.Side.ReadAll([name], settings.Source.Seeds, settings.Source.Overrides);
        foreach (var fault in sides.Diagnostics) Console.Error.WriteLine(fault);
        return sides.Succeeded ? sides.Value[0] : null;
    }

    /// <summary>The varied paths; a design's may leave out the step.</summary>
    public static IReadOnlyList<VariedPath>? Paths(IReadOnlyList<string> written, string option, int most, bool mayOmitStep)
    {
        var read = written.Select(text => VariedPath.Read(text, option, mayOmitStep)).ToList();
        foreach (var fault in read.SelectMany(path => path.Diagnostics)) Console.Error.WriteLine(fault);
        if (read.Count > most)
            Console.Error.WriteLine(Diagnostic.Error(
                Place.Of(option), "BS523", $"at most {most} paths can be varied at once, found {read.Count}"));
        return read.Count <= most && read.All(path => path.Succeeded) ? [.. read.Select(path => path.Value!)] : null;
    }

    /// <summary>What it takes to repeat the command.</summary>
    public static IReadOnlyList<ManifestEntry> Manifest(Side side, int finished, IEnumerable<string> arguments) =>
    [
        new(new Text("情景", "Scenario"), side.Name),
        new(new Text("随机种子", "Seed"), side.Scenario.Model.Seed.ToString()),
        new(new Text("完成次数", "Replications finished"), finished.ToString()),
        .. arguments.Select(argument => new ManifestEntry(new Text("参数", "Argument"), argument)),
        .. RunManifest.Inputs(side.Scenario),
    ];

    /// <summary>A name for a report folder.</summary>
    public static string Slug(string names) =>
        string.Join(
            '-',
            new string([.. names.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')])
                .Split('-', StringSplitOptions.RemoveEmptyEntries)
                .Where(part => part != "scenarios"));
}
