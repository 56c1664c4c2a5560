// Turns one priority of an allocation problem into whole numbers, with the earlier priorities held at what they reached.
using System.Runtime.InteropServices;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection.Exact.Programs;

/// <summary>
/// What a priority counts, scaled to whole numbers by <see cref="ProgramFromProblem.Scale"/>, and what an earlier priority must keep:
/// <see cref="Priority"/> reached <see cref="Reached"/> (in the same scale).
/// </summary>
internal sealed record HeldPriority(int Priority, Int128 Reached);

/// <summary>Builds the program of one stage and tightens it by what is plain to see.</summary>
internal sealed class ProgramFromProblem
{
    private readonly AllocationProblem _problem;
    private readonly AllocationItem[] _items;
    private readonly ChoiceProgram _program;

    private ProgramFromProblem(AllocationProblem problem)
    {
        _problem = problem;
        _items = ImmutableCollectionsMarshal.AsArray(problem.Items)!;
        _program = new ChoiceProgram(_items.Length);
    }

    /// <summary>Units of the objective per 1.</summary>
    public static Int128 Scale(AllocationProblem problem) =>
        Sizes.CommonDenominator(problem.Items.Select(item => Factor(problem, item)))!.Value;

    /// <summary>
    /// The program that maximises the objective of <paramref name="priority"/> (null: nothing, only feasibility), or null when a
    /// rule without items cannot be met.
    /// </summary>
    public static ChoiceProgram? Build(AllocationProblem problem, int? priority, IReadOnlyList<HeldPriority> held)
    {
        var building = new ProgramFromProblem(problem);
        var scale = Scale(problem);
        building.AddItems(priority, scale);
        building.AddLimits();
        building.AddConflictsAndChoices();
        foreach (var earlier in held) building.Hold(earlier, scale);
        building.Tighten();
        return building.Finish() ? building._program : null;
    }

    private static Fraction Factor(AllocationProblem problem, AllocationItem item) =>
        problem.Objective == AllocationObjective.Total ? item.Weight : item.Value;

    private void AddItems(int? priority, Int128 scale)
    {
        var target = _problem.Objective == AllocationObjective.Total ? _program.PerYuan : _program.PerChoice;
        for (var i = 0; i < _items.Length; i++)
        {
            _program.Upper[i] = _items[i].Amount;
            if (_items[i].Priority == priority) target[i] = Sizes.Whole(Factor(_problem, _items[i]), scale);
        }
    }

    private void AddLimits()
    {
        foreach (var limit in _problem.Limits)
        {
            var items = ImmutableCollectionsMarshal.AsArray(limit.Items)!;
            if (limit.Use is not { } use)
            {
                _program.Rows.Add(new ProgramRow(limit.Id, (long)limit.Amount.Floor(), items, null, OnAwards: true));
                continue;
            }

            var scale = Sizes.CommonDenominator(use.Append(limit.Amount))!.Value;
            long[] factors = [.. use.Select(value => Sizes.Whole(value, scale))];
            var bound = Sizes.Whole(limit.Amount, scale);
            _program.Rows.Add(new ProgramRow(limit.Id, bound, items, factors, OnAwards: false));
            for (var k = 0; k < items.Length; k++)
                if (factors[k] > bound) _program.Banned[items[k]] = true;
        }
    }

    private void AddConflictsAndChoices()
    {
        foreach (var conflict in _problem.Conflicts)
            if (conflict.Length > 1) _program.Conflicts.Add(ImmutableCollectionsMarshal.AsArray(conflict)!);
        foreach (var rule in _problem.Choose)
        {
            var items = ImmutableCollectionsMarshal.AsArray(rule.Items)!;
            if (rule.AtMost == 1 && items.Length > 1) _program.Conflicts.Add(items);
            else if (rule.AtMost < items.Length) _program.Rows.Add(new ProgramRow(rule.Id, rule.AtMost, items, null, OnAwards: false));
            if (rule.AtLeast > 0)
                _program.Rows.Add(new ProgramRow(rule.Id, -rule.AtLeast, items, Repeat(-1, items.Length), OnAwards: false));
        }
    }

    private void Hold(HeldPriority earlier, Int128 scale)
    {
        int[] items = [.. Enumerable.Range(0, _items.Length).Where(i => _items[i].Priority == earlier.Priority)];
        long[] factors = [.. items.Select(item => -Sizes.Whole(Factor(_problem, _items[item]), scale))];
        var onAwards = _problem.Objective == AllocationObjective.Total;
        _program.Rows.Add(new ProgramRow("priority " + earlier.Priority, (long)-earlier.Reached, items, factors, onAwards));
    }

    private static long[] Repeat(long value, int count)
    {
        var array = new long[count];
        Array.Fill(array, value);
        return array;
    }

    // No award is above a limit it is under, and a row that everything fits is no row.
    private void Tighten()
    {
        foreach (var row in CollectionsMarshal.AsSpan(_program.Rows))
        {
            if (!row.IsPlainSum) continue;
            foreach (var item in row.Items) _program.Upper[item] = Math.Min(_program.Upper[item], row.Bound);
        }

        for (var i = 0; i < _items.Length; i++)
            if (!_items[i].Divisible && _program.Upper[i] < _items[i].Amount) _program.Banned[i] = true;
        RoundBounds();
        _program.Rows.RemoveAll(AlwaysHolds);
    }

    // What only whole multiples of a number can use, no more than a multiple of it is used.
    private void RoundBounds()
    {
        var rows = CollectionsMarshal.AsSpan(_program.Rows);
        for (var row = 0; row < rows.Length; row++)
        {
            var common = rows[row].Bound > 0 ? CommonUse(rows[row]) : 1;
            if (common > 1) rows[row] = rows[row] with { Bound = rows[row].Bound - (rows[row].Bound % common) };
        }
    }

    // The greatest common divisor of what the items can use of a row; 1 where one of them may be paid in part.
    private long CommonUse(ProgramRow row)
    {
        long common = 0;
        for (var k = 0; k < row.Items.Length && common != 1; k++)
        {
            var item = row.Items[k];
            if (_program.Banned[item]) continue;
            if (row.OnAwards && _items[item].Divisible) return 1;
            var use = Math.Abs(row.Factor(k)) * (row.OnAwards ? _program.Upper[item] : 1);
            while (use != 0) (common, use) = (use, common % use);
        }

        return Math.Max(1, common);
    }

    private bool AlwaysHolds(ProgramRow row)
    {
        if (row.IsPlainSum) return PlainSum(row) <= row.Bound;
        Int128 most = 0;
        for (var k = 0; k < row.Items.Length; k++)
        {
            if (_program.Banned[row.Items[k]]) continue;
            most += Int128.Max(0, (Int128)row.Factor(k) * (row.OnAwards ? _program.Upper[row.Items[k]] : 1));
        }

        return most <= row.Bound;
    }

    // The amounts of a checked problem sum to less than 2^60.
    private long PlainSum(ProgramRow row)
    {
        var sum = 0L;
        foreach (var item in row.Items)
            if (!_program.Banned[item]) sum += _program.Upper[item];
        return sum;
    }

    private bool Finish()
    {
        for (var i = 0; i < _items.Length; i++)
        {
            if (!_items[i].Divisible) _program.Lower[i] = _program.Upper[i];
            if (!_items[i].Divisible || _problem.Objective == AllocationObjective.Value) _program.MarkCounted(i);
        }

        foreach (var row in _program.Rows)
        {
            if (row.Items.Length == 0 && row.Bound < 0) return false;
            if (!row.OnAwards)
                foreach (var item in row.Items) _program.MarkCounted(item);
        }

        for (var i = 0; i < _items.Length; i++)
        {
            if (_items[i].Divisible && _items[i].Amount > 0 && _program.Upper[i] == 0 && _program.IsCounted[i]) _program.Banned[i] = true;
        }

        _program.Rows.RemoveAll(row => row.Items.Length == 0);
        return true;
    }
}
