// Reads problem.json, an allocation problem by itself.
using BudgetSim.Allocation.Selection;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Problems;

/// <summary>Items, limits, conflicts, choices and weights as a file; every fault at its place.</summary>
public static class ProblemFile
{
    // A key that is missing was reported where it is missing.
    private const string EmptyId = "BS411";

    /// <summary>The checked problem of the file at <paramref name="path"/>.</summary>
    public static Loaded<AllocationProblem> Read(string path)
    {
        var tree = JsonFile.Read(path);
        return tree.Succeeded ? Read(tree.Value) : new Loaded<AllocationProblem>(null, tree.Diagnostics);
    }

    /// <summary>The same for a tree at hand.</summary>
    public static Loaded<AllocationProblem> Read(DataNode tree)
    {
        var faults = new List<Diagnostic>();
        var draft = NodeReader.Read(tree, "problem", faults, ReadDraft);
        var problem = ProblemFromDraft.Check(draft);
        return faults.Count > 0
            ? Loaded<AllocationProblem>.From(null, faults.Concat(problem.Diagnostics.Where(fault => fault.Code != EmptyId)))
            : problem;
    }

    private static AllocationDraft ReadDraft(NodeReader file) =>
        new(file.OptionalText("objective") ?? "total", file.Where, file.List("items", ReadItem))
        {
            ObjectiveWhere = file.Child("objective")?.Where ?? file.Where,
            Limits = file.OptionalList("limits", ReadLimit),
            Conflicts = file.OptionalList("conflicts", set => new DraftConflict(set.AsList(item => item.AsText()), set.Where)),
            Choose = file.OptionalList("choose", ReadChoose),
            Weights = file.Child("weights")?.AsEntries(Named) ?? [],
        };

    private static DraftItem ReadItem(NodeReader item) => new(item.Text("id"), item.Number("amount"), item.Where)
    {
        Value = item.OptionalNumber("value") ?? Fraction.One,
        Divisible = item.OptionalBool("divisible", fallback: true),
        Priority = Count(item.OptionalWhole("priority")) ?? 1,
    };

    private static DraftLimit ReadLimit(NodeReader limit) => new(limit.Text("id"), limit.Number("amount"), limit.Where)
    {
        Items = limit.Child("items")?.AsList(item => item.AsText()),
        Use = limit.Child("use")?.AsEntries(Named),
    };

    private static DraftChoose ReadChoose(NodeReader rule) => new(rule.Text("id"), rule.List("items", item => item.AsText()), rule.Where)
    {
        AtLeast = Count(rule.OptionalWhole("at_least")) ?? 0,
        AtMost = Count(rule.OptionalWhole("at_most")),
    };

    private static DraftNumber Named(NodeReader entry) => new(entry.Name, entry.AsNumber(), entry.KeyWhere);

    // A count outside the range is refused by the check that follows, at its own place.
    private static int? Count(long? written) => written is { } count ? (int)Math.Clamp(count, int.MinValue, int.MaxValue) : null;
}
