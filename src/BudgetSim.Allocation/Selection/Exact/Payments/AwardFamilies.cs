// Finds out whether the award limits form two nested families, so that awards for a fixed choice are a flow.
using BudgetSim.Allocation.Selection.Exact.Programs;

namespace BudgetSim.Allocation.Selection.Exact.Payments;

/// <summary>
/// Two forests over award limits: [limit] the next larger limit of its family (-1: none) and [family, item] the smallest limit
/// that holds the item (-1: none). Flows in such a network are whole where the amounts are.
/// </summary>
internal sealed record AwardFamilies(ProgramRow[] Rows, int[] Parent, int[] Family, int[][] Innermost)
{
    /// <summary>The families, or null when the limits cross in more than two ways.</summary>
    public static AwardFamilies? Of(ChoiceProgram program)
    {
        ProgramRow[] rows = [.. program.Rows.Where(row => row.IsPlainSum).OrderByDescending(row => row.Items.Length)];
        if (Colours(rows, program.Size) is not { } family) return null;
        var parent = new int[rows.Length];
        int[][] innermost = [Missing(program.Size), Missing(program.Size)];
        for (var row = 0; row < rows.Length; row++)
        {
            var inner = innermost[family[row]];
            parent[row] = inner[rows[row].Items[0]];
            foreach (var item in rows[row].Items) inner[item] = row;
        }

        return new AwardFamilies(rows, parent, family, innermost);
    }

    private static int[] Missing(int count)
    {
        var array = new int[count];
        Array.Fill(array, -1);
        return array;
    }

    // Crossing limits must be in different families: a two-colouring of the graph of crossings.
    private static int[]? Colours(ProgramRow[] rows, int items)
    {
        var crossings = Crossings(rows, items);
        var colour = Missing(rows.Length);
        var queue = new Queue<int>();
        for (var first = 0; first < rows.Length; first++)
        {
            if (colour[first] >= 0) continue;
            colour[first] = 0;
            queue.Enqueue(first);
            while (queue.TryDequeue(out var row))
            {
                foreach (var other in crossings[row] ?? [])
                {
                    if (colour[other] == colour[row]) return null;
                    if (colour[other] >= 0) continue;
                    colour[other] = 1 - colour[row];
                    queue.Enqueue(other);
                }
            }
        }

        return colour;
    }

    // Two limits cross when they share items and neither holds all of the other.
    private static List<int>?[] Crossings(ProgramRow[] rows, int items)
    {
        var (start, rowOf) = RowsByItem(rows, items);
        var crossings = new List<int>?[rows.Length];
        var shared = new int[rows.Length];
        var touched = new List<int>();
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var item in rows[row].Items)
            {
                for (var k = start[item]; k < start[item + 1]; k++)
                    if (rowOf[k] > row && shared[rowOf[k]]++ == 0) touched.Add(rowOf[k]);
            }

            foreach (var other in touched)
            {
                if (shared[other] < Math.Min(rows[row].Items.Length, rows[other].Items.Length))
                {
                    (crossings[row] ??= []).Add(other);
                    (crossings[other] ??= []).Add(row);
                }

                shared[other] = 0;
            }

            touched.Clear();
        }

        return crossings;
    }

    private static (int[] Start, int[] RowOf) RowsByItem(ProgramRow[] rows, int items)
    {
        var start = new int[items + 1];
        foreach (var row in rows)
            foreach (var item in row.Items) start[item + 1]++;
        for (var i = 0; i < items; i++) start[i + 1] += start[i];
        var next = start[..^1];
        var rowOf = new int[start[^1]];
        for (var row = 0; row < rows.Length; row++)
            foreach (var item in rows[row].Items) rowOf[next[item]++] = row;
        return (start, rowOf);
    }
}
