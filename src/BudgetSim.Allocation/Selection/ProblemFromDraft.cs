// Checks an allocation problem as written and turns names into indices.
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection;

/// <summary>The one way to an <see cref="AllocationProblem"/>: everything that is wrong is found at once.</summary>
public static class ProblemFromDraft
{
    /// <summary>Most different priorities in one problem.</summary>
    public const int MostPriorities = 20;

    /// <summary>Most yuan of one item.</summary>
    public const long MostYuan = (1L << 60) - 1;

    private const int MostUnknown = 20;

    private static readonly Dictionary<string, AllocationObjective> Objectives = new(StringComparer.Ordinal)
    {
        ["total"] = AllocationObjective.Total,
        ["value"] = AllocationObjective.Value,
        ["max_min"] = AllocationObjective.MaxMin,
    };

    /// <summary>The checked problem, or every fault at the place of the item, limit or rule that has it.</summary>
    public static Loaded<AllocationProblem> Check(AllocationDraft draft)
    {
        var reading = new Reading(draft);
        var problem = new AllocationProblem(
            reading.Objective(),
            reading.Items(),
            [.. draft.Limits.Select(reading.Limit)],
            [.. draft.Conflicts.Select(conflict => reading.Indices("a conflict", conflict.Items, conflict.Where))],
            [.. draft.Choose.Select(reading.Choose)]);
        reading.CheckSizes(problem);
        return Loaded<AllocationProblem>.From(problem, reading.Faults);
    }

    private sealed class Reading(AllocationDraft draft)
    {
        private readonly Dictionary<string, int> _indexOf = new(draft.Items.Count, StringComparer.Ordinal);
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

        public List<Diagnostic> Faults { get; } = [];

        public AllocationObjective Objective()
        {
            if (Objectives.TryGetValue(draft.Objective, out var objective))
            {
                if (objective == AllocationObjective.MaxMin) CheckShares();
                return objective;
            }

            Faults.Add(ProblemFaults.UnknownObjective(draft.Objective, draft.ObjectiveWhere));
            return AllocationObjective.Total;
        }

        // Shares rise together, so there is nothing to choose and nothing to weigh.
        private void CheckShares()
        {
            foreach (var item in draft.Items.Where(item => !item.Divisible))
                Faults.Add(ProblemFaults.NotInMaxMin($"the all-or-nothing item '{item.Id}'", item.Where));
            foreach (var limit in draft.Limits.Where(limit => limit.Use is not null))
                Faults.Add(ProblemFaults.NotInMaxMin($"the coefficients of limit '{limit.Id}'", limit.Where));
            foreach (var conflict in draft.Conflicts) Faults.Add(ProblemFaults.NotInMaxMin("conflicts", conflict.Where));
            foreach (var rule in draft.Choose) Faults.Add(ProblemFaults.NotInMaxMin($"the choice '{rule.Id}'", rule.Where));
            if (draft.Weights.Count > 0) Faults.Add(ProblemFaults.NotInMaxMin("weights", draft.Weights[0].Where));
        }

        public ImmutableArray<AllocationItem> Items()
        {
            if (draft.Items.Count == 0) Faults.Add(ProblemFaults.NoItems(draft.Where));
            for (var i = 0; i < draft.Items.Count; i++) Register(draft.Items[i], i);
            var weights = Weights();
            var priorities = draft.Items.Select(item => item.Priority).Distinct().Count();
            if (priorities > MostPriorities) Faults.Add(ProblemFaults.TooManyPriorities(priorities, MostPriorities, draft.Where));
            var items = new AllocationItem[draft.Items.Count];
            for (var i = 0; i < items.Length; i++) items[i] = Item(draft.Items[i], weights[i]);
            return ImmutableCollectionsMarshal.AsImmutableArray(items);
        }

        public AllocationLimit Limit(DraftLimit limit)
        {
            CheckId("limit", limit.Id, limit.Where);
            if (limit.Amount < 0) Faults.Add(ProblemFaults.Negative("the amount", limit.Id, limit.Amount, limit.Where));
            if (limit.Items is null == limit.Use is null) Faults.Add(ProblemFaults.ItemsOrUse(limit.Id, limit.Where));
            if (limit.Use is not { } use)
                return new(limit.Id, limit.Amount, Indices($"limit '{limit.Id}'", limit.Items ?? [], limit.Where), null);
            foreach (var (id, coefficient, where) in use)
                if (coefficient < 0) Faults.Add(ProblemFaults.Negative($"the use in limit '{limit.Id}'", id, coefficient, where));
            var items = Indices($"limit '{limit.Id}'", [.. use.Select(pair => pair.Item)], limit.Where);
            var byId = use.DistinctBy(pair => pair.Item).ToDictionary(pair => pair.Item, pair => pair.Number);
            return new(limit.Id, limit.Amount, items, [.. items.Select(item => byId[draft.Items[item].Id])]);
        }

        public ChooseRule Choose(DraftChoose rule)
        {
            CheckId("choice", rule.Id, rule.Where);
            var items = Indices($"choice '{rule.Id}'", rule.Items, rule.Where);
            var atMost = rule.AtMost ?? rule.Items.Count;
            if (rule.AtLeast < 0 || atMost < rule.AtLeast || rule.AtLeast > rule.Items.Count)
                Faults.Add(ProblemFaults.BadCounts(rule.Id, rule.AtLeast, atMost, rule.Items.Count, rule.Where));
            return new(rule.Id, items, rule.AtLeast, Math.Min(atMost, items.Length));
        }

        public ImmutableArray<int> Indices(string what, IReadOnlyList<string> ids, Place where)
        {
            var found = new List<int>(ids.Count);
            var unknown = new List<(string, Place)>();
            foreach (var id in ids)
            {
                if (_indexOf.TryGetValue(id, out var index)) found.Add(index);
                else unknown.Add((id, where));
            }

            ReportUnknown(what, unknown);
            found.Sort();
            for (var i = 1; i < found.Count; i++)
            {
                if (found[i] == found[i - 1] && (i == 1 || found[i] != found[i - 2]))
                    Faults.Add(ProblemFaults.NamedTwice(what, draft.Items[found[i]].Id, where));
            }

            return [.. found.Distinct()];
        }

        // The first are told one by one with the name that each may have meant.
        private void ReportUnknown(string what, List<(string Id, Place Where)> unknown)
        {
            foreach (var (id, where) in unknown.Take(MostUnknown)) Faults.Add(ProblemFaults.UnknownItem(what, id, _indexOf.Keys, where));
            if (unknown.Count > MostUnknown)
                Faults.Add(ProblemFaults.MoreUnknownItems(what, unknown.Count - MostUnknown, unknown[MostUnknown].Where));
        }

        /// <summary>Totals that the solver adds up stay below 2^60 once every kind of number is whole.</summary>
        public void CheckSizes(AllocationProblem problem)
        {
            if (Faults.Count > 0) return;
            var byYuan = problem.Items.Select(item => (item.Weight, (Fraction)item.Amount));
            if (!Sizes.Fit(problem.Items.Select(item => (Fraction.One, (Fraction)item.Amount))))
                Faults.Add(ProblemFaults.TooLarge("the sum of amounts", draft.Where));
            else if (!Sizes.Fit(byYuan)) Faults.Add(ProblemFaults.TooLarge("the sum of weight times amount", draft.Where));
            if (!Sizes.Fit(problem.Items.Select(item => (item.Value, Fraction.One))))
                Faults.Add(ProblemFaults.TooLarge("the sum of values", draft.Where));
            for (var i = 0; i < problem.Limits.Length; i++)
            {
                var limit = problem.Limits[i];
                var uses = limit.Use is { } use ? use.Append(limit.Amount) : [limit.Amount];
                if (!Sizes.Fit(uses.Select(value => (value, Fraction.One))))
                    Faults.Add(ProblemFaults.TooLarge($"limit '{limit.Id}'", draft.Limits[i].Where));
            }
        }

        private void Register(DraftItem item, int index)
        {
            if (item.Id.Length == 0) Faults.Add(ProblemFaults.EmptyId("item", item.Where));
            else if (!_indexOf.TryAdd(item.Id, index)) Faults.Add(ProblemFaults.Duplicate("item", item.Id, item.Where));
        }

        private AllocationItem Item(DraftItem item, Fraction weight)
        {
            var good = item.Amount >= 0 && item.Amount.IsInteger && item.Amount <= MostYuan;
            if (!good)
                Faults.Add(item.Amount > MostYuan ? ProblemFaults.AmountTooLarge(
                    item.Id, MostYuan, item.Where) : ProblemFaults.BadAmount(item.Id, item.Amount, item.Where));
            if (item.Value < 0) Faults.Add(ProblemFaults.Negative("the value", item.Id, item.Value, item.Where));
            if (item.Priority < 1) Faults.Add(ProblemFaults.BadPriority(item.Id, item.Priority, item.Where));
            return new(item.Id, good ? (long)item.Amount.Numerator : 0, item.Value, weight, item.Divisible, item.Priority);
        }

        private Fraction[] Weights()
        {
            var weights = new Fraction[draft.Items.Count];
            Array.Fill(weights, Fraction.One);
            var unknown = new List<(string, Place)>();
            foreach (var (id, weight, where) in draft.Weights)
            {
                if (weight < 0) Faults.Add(ProblemFaults.Negative("the weight", id, weight, where));
                if (_indexOf.TryGetValue(id, out var index)) weights[index] = weight;
                else unknown.Add((id, where));
            }

            ReportUnknown("weights", unknown);
            return weights;
        }

        private void CheckId(string kind, string id, Place where)
        {
            if (id.Length == 0) Faults.Add(ProblemFaults.EmptyId(kind, where));
            else if (!_ids.Add(id)) Faults.Add(ProblemFaults.Duplicate(kind, id, where));
        }
    }
}
