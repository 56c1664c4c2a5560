// Checks every step of a reform against the policy documents before anything runs.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>Paths that exist, values of the kind that stands there now, and no two reforms that pull one path two ways.</summary>
internal static class ReformCheck
{
    private static readonly HashSet<string> OptionalFields =
    [
        "amount_specified", "base", "caps", "ceiling", "exclusive", "general_readings", "minimum", "notes", "once", "otherwise", "payers",
        "principal_caps", "priority", "quota", "requires", "restates", "tiers", "top_up", "uplift", "valid",
    ];

    /// <summary>Every fault of the reforms; <paramref name="scenario"/> is the name of the scenario they are laid over.</summary>
    public static List<Diagnostic> Of(IReadOnlyList<Reform> reforms, string scenario, PolicyTrees trees)
    {
        var faults = new List<Diagnostic>();
        foreach (var reform in reforms.Where(reform => reform.Baseline != scenario)) faults.Add(OtherBaseline(reform, scenario));
        faults.AddRange(Of([.. reforms.SelectMany(reform => reform.Steps)], trees));
        return faults;
    }

    /// <summary>Every fault of steps that are not in a file: their values, their paths, their conflicts.</summary>
    public static List<Diagnostic> Of(IReadOnlyList<ReformStep> steps, PolicyTrees trees)
    {
        var faults = new List<Diagnostic>();
        var added = new Dictionary<string, ReformStep.Add>();
        foreach (var step in steps)
        {
            if (step is ReformStep.Add add)
            {
                var wrong = AddedMeasureCheck.Faults(add, trees, added.GetValueOrDefault(add.Measure)).ToList();
                faults.AddRange(wrong);
                if (wrong.Count == 0 && added.TryAdd(add.Measure, add)) trees = trees.With([AddedMeasure.Change(add)]);
            }

            if (step is ReformStep.Change change) CheckChange(change, trees, faults);
            if (step is ReformStep.SwitchOff off && trees.Measure(off.Measure) is null) faults.Add(UnknownMeasure(off, trees));
        }

        faults.AddRange(Conflicts(steps));
        return faults;
    }

    private static void CheckChange(ReformStep.Change change, PolicyTrees trees, List<Diagnostic> faults)
    {
        if (UnknownPath(change, trees) is { } unknown) faults.Add(unknown);
        else if (OutsideKind(change, trees.Find(change.Path)) is { } outside) faults.Add(outside);
    }

    private static Diagnostic? UnknownPath(ReformStep.Change change, PolicyTrees trees)
    {
        var parts = change.Path.Split('/');
        if (trees.Find(change.Path) is not null && parts.Length > 1) return null;
        var (found, known) = NearestStep(parts, trees);
        if (parts.Length == 3 && found.Length > 0 && OptionalFields.Contains(parts[2])) return null;
        var unknown = parts.ElementAtOrDefault(found.Length == 0 ? 0 : found.Split('/').Length) ?? "";
        var near = NearestName.Hint(unknown, known);
        var hint = near.Length > 0 ? near : known.Count == 0 ? "" : $"known there: {Shown.Names(known)}";
        return Diagnostic.Error(
            change.Where,
            "BS502",
            $"unknown path '{change.Path}': {(found.Length == 0 ? "no such policy document is read" : $"{found} has no '{unknown}'")}",
            hint);
    }

    // The longest part of the path that exists, and the names that may follow it.
    private static (string Found, List<string> Known) NearestStep(string[] parts, PolicyTrees trees)
    {
        if (!trees.Documents.Contains(parts[0])) return ("", [.. trees.Documents]);
        if (parts.Length < 2 || trees.Measure($"{parts[0]}/{parts[1]}") is not { } measure)
            return (parts[0],
                [.. trees.Measures.Where(id => id.StartsWith(parts[0] + "/", StringComparison.Ordinal)).Select(id => id.Split('/')[1])]);
        if (parts.Length <= 3) return ($"{parts[0]}/{parts[1]}", [.. Keys(measure.Find("figures")?.Value), .. Keys(measure)]);
        for (var length = parts.Length - 1; length > 2; length--)
        {
            var above = string.Join('/', parts[..length]);
            if (trees.Find(above) is { } node) return (above, [.. Keys(node)]);
        }

        return ($"{parts[0]}/{parts[1]}", [.. Keys(measure.Find("figures")?.Value), .. Keys(measure)]);
    }

    private static IEnumerable<string> Keys(DataNode? node) => node switch
    {
        MappingNode mapping => mapping.Entries.Select(entry => entry.Key),
        SequenceNode list => Enumerable.Range(0, list.Items.Count).Select(index => $"{index}"),
        _ => [],
    };

    // A date stays a date, a share stays from 0 to 100 %, an amount stays an amount.
    private static Diagnostic? OutsideKind(ReformStep.Change change, DataNode? old)
    {
        if (old is not ScalarNode was || Expected(was.Text, FigureBounds.IsRate(change.Path.Split('/')[^1])) is not { } expected)
            return null;
        if (change.Value is ScalarNode value && expected.Fits(value.Text)) return null;
        return Diagnostic.Error(
            change.Value.Where, "BS503", $"{change.Path} takes {expected.Words} (now {was.Text}), found {Shown.Node(change.Value)}");
    }

    private static (string Words, Func<string, bool> Fits)? Expected(string was, bool isRate)
    {
        if (was.Contains('-', StringComparison.Ordinal) && DateText.TryParse(was, out _))
            return ("a date such as 2026-01-31", text => DateText.TryParse(text, out _));
        if (!ScalarText.TryNumber(was, out var number)) return null;
        if (was[^1] is '%' or '‰' || (isRate && number.Sign >= 0 && number <= Fraction.One))
            return ("a share from 0% to 100%",
                text => ScalarText.TryNumber(text, out var share) && share >= Fraction.Zero && share <= Fraction.One);
        return number.Sign < 0
            ? ("a number", text => ScalarText.TryNumber(text, out _))
            : ("a number from 0 to 10^15, such as 500万",
                text => ScalarText.TryNumber(text, out var amount) && amount.Sign >= 0 && amount <= FigureBounds.Largest);
    }

    private static IEnumerable<Diagnostic> Conflicts(IReadOnlyList<ReformStep> steps)
    {
        var first = new Dictionary<string, ReformStep>();
        foreach (var step in steps.Where(step => step is not ReformStep.Add))
        {
            if (first.TryAdd(step.Target, step)
                    || first[step.Target] is var other && other.NewText == step.NewText && other.GetType() == step.GetType())
                continue;
            yield return Diagnostic.Error(
                step.Where, "BS504",
                $"'{step.Target}' becomes {step.NewText} here and {first[step.Target].NewText} at {first[step.Target].Where}",
                "keep one of the two, or do not lay these reforms over each other");
        }
    }

    private static Diagnostic UnknownMeasure(ReformStep.SwitchOff off, PolicyTrees trees) =>
        Diagnostic.Error(
            off.Where, "BS505", $"there is no measure '{off.Measure}' to switch off", NearestName.Hint(off.Measure, trees.Measures));

    private static Diagnostic OtherBaseline(Reform reform, string scenario) =>
        Diagnostic.Error(
            Place.Of(reform.File),
            "BS506",
            $"this reform is written for the scenario '{reform.Baseline}', not for '{scenario}'",
            "lay it over its own baseline, or change its field baseline");
}
