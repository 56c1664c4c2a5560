// Pays a selection that was made by value as much as the limits allow.
using BudgetSim.Allocation.Selection.Exact.Programs;

namespace BudgetSim.Allocation.Selection.Exact.Payments;

/// <summary>After the choice, the money: the largest total for the chosen items, the earliest items first.</summary>
internal static class FullAwards
{
    private const int MostItemsForTies = 2_000;

    /// <summary>[item] awards for the selection; never less than <paramref name="awards"/> where the limits cross in many ways.</summary>
    public static long[] Of(AllocationProblem problem, long[] awards, bool[] selected)
    {
        var program = ProgramFromProblem.Build(problem, null, [])!;
        int[] items = [.. Enumerable.Range(0, awards.Length).Where(i => selected[i])];
        var lower = program.Upper.Select((upper, i) => problem.Items[i].Divisible ? Math.Min(1, upper) : upper).ToArray();
        var ones = Enumerable.Repeat(1L, awards.Length).ToArray();
        if (AwardFamilies.Of(program) is not { } families) return FillInOrder(program, items, awards);
        var paid = AwardFlow.Solve(families, items, lower, program.Upper, ones, items.Length <= MostItemsForTies)!;
        var full = new long[awards.Length];
        for (var k = 0; k < items.Length; k++) full[items[k]] = paid[k];
        return full;
    }

    private static long[] FillInOrder(ChoiceProgram program, int[] items, long[] awards)
    {
        var full = (long[])awards.Clone();
        var rows = program.Rows.Where(row => row.IsPlainSum).Select(row => (Items: row.Items.ToHashSet(), row.Bound)).ToList();
        foreach (var item in items)
        {
            var room = program.Upper[item] - full[item];
            foreach (var (members, bound) in rows)
                if (members.Contains(item)) room = Math.Min(room, bound - members.Sum(other => full[other]));
            full[item] += Math.Max(0, room);
        }

        return full;
    }
}
