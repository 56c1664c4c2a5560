// Checks the measures that reforms add before anything is read with them.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>Whether a measure may be added where a reform says; its rule itself is read like every rule of the document.</summary>
internal static class AddedMeasureCheck
{
    private const string Award = "award";

    /// <summary>
    /// The faults of one step; <paramref name="trees"/> have what the steps before it add, <paramref name="earlier"/> is such a step of the
    /// same measure.
    /// </summary>
    public static IEnumerable<Diagnostic> Faults(ReformStep.Add add, PolicyTrees trees, ReformStep.Add? earlier)
    {
        if (earlier is not null) return earlier.NewText == add.NewText ? [] : [AddedTwice(add, earlier)];
        var parts = add.Measure.Split('/');
        if (parts.Length != 2 || parts.Any(string.IsNullOrWhiteSpace)) return [NoName(add)];
        if (!trees.Documents.Contains(parts[0])) return [NoDocument(add, parts[0], trees)];
        if (trees.Measures.Contains(add.Measure)) return [Exists(add, trees)];
        return [
            .. StatedTwice(add, parts[1]),
            .. NotKnownYet(add, parts[0], trees),
            .. add.Claims.Count == 0 && Text(add.Rule, "effect") == Award ? [Unclaimed(add)] : Array.Empty<Diagnostic>(),
        ];
    }

    // The path is the id; the day of the step is the first day of the rule.
    private static IEnumerable<Diagnostic> StatedTwice(ReformStep.Add add, string id)
    {
        if (add.Rule.Find("id") is { } own && Text(add.Rule, "id") != id) yield return Differs(own, ValueText.Of(own.Value), id);
        if (add.From is { } from && (add.Rule.Find("valid")?.Value as MappingNode)?.Find("from") is { } first
                && first.Value is ScalarNode { Text: var day } && (!DateText.TryParse(day, out var written) || written != from))
            yield return Differs(first, day, $"{from:yyyy-MM-dd}");
    }

    // Every step must hold without the later ones, so that each can be priced by itself.
    private static IEnumerable<Diagnostic> NotKnownYet(ReformStep.Add add, string document, PolicyTrees trees)
    {
        var known = trees.Measures.Append(add.Measure).ToHashSet();
        return FieldPlaces.References(add.Rule)
            .Select(name => (Place: name.Where, Measure: PolicyFields.Full(name.Text, document)))
            .Where(reference => !known.Contains(reference.Measure) && trees.Documents.Contains(reference.Measure.Split('/')[0]))
            .Select(reference => Unknown(reference.Place, add, reference.Measure, known));
    }

    private static string Text(MappingNode rule, string key) => (rule.Find(key)?.Value as ScalarNode)?.Text ?? "";

    private static Diagnostic NoName(ReformStep.Add add) =>
        Diagnostic.Error(
            add.Where,
            "BS780",
            $"a new measure is called DOCUMENT/ID, found {Shown.Text(add.Measure)}",
            "write the document that it joins and an id of its own, such as fuzhou-2026-5/a3.7");

    private static Diagnostic NoDocument(ReformStep.Add add, string document, PolicyTrees trees)
    {
        var near = NearestName.Hint(document, trees.Documents);
        return Diagnostic.Error(
            add.Where,
            "BS781",
            $"no policy document '{document}' is read that could take the measure '{add.Measure}'",
            near.Length > 0 ? near : $"known there: {Shown.Names(trees.Documents)}");
    }

    private static Diagnostic Exists(ReformStep.Add add, PolicyTrees trees) => Diagnostic.Error(
        add.Where, "BS782", $"there is a measure '{add.Measure}' already ({trees.Article(add.Measure)})",
        $"write its new values under changes, with paths such as {add.Measure}/FIGURE, or give the new measure another id");

    private static Diagnostic AddedTwice(ReformStep.Add add, ReformStep.Add earlier) => Diagnostic.Error(
        add.Where, "BS783", $"'{add.Measure}' is added here and, with another rule or other claims, at {earlier.Where}",
        "keep one of the two, or do not lay these reforms over each other");

    private static Diagnostic Differs(DataEntry entry, string inRule, string outside) =>
        Diagnostic.Error(
            entry.KeyWhere, "BS784", $"'{entry.Key}' is {inRule} in the rule and {outside} beside it", "state it once, beside the rule");

    private static Diagnostic Unclaimed(ReformStep.Add add) =>
        Diagnostic.Error(
            add.Where,
            "BS787",
            $"nobody applies for '{add.Measure}': its claims name no cohort",
            "add claims: { COHORT: 60% } with a cohort of the pool");

    private static Diagnostic Unknown(Place where, ReformStep.Add add, string measure, IEnumerable<string> known)
    {
        var near = NearestName.Hint(measure, known);
        return Diagnostic.Error(
            where,
            "BS788",
            $"{add.Measure} refers to '{measure}', which is not there when it is added",
            near.Length > 0 ? near : "add that measure before this one");
    }
}
