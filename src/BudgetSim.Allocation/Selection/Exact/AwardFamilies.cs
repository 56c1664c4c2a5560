// Finds out whether the award limits form two nested families, so that awards for a fixed choice are a flow.
namespace BudgetSim.Allocation.Selection.Exact;

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

    private static List<int>?[] Crossings(ProgramRow[] rows, int items)
    {
        var crossings = new List<int>?[rows.Length];
        foreach (var (pair, count) in SharedItems(rows, items))
        {
            var (a, b) = ((int)(pair >> 32), (int)(pair & uint.MaxValue));
            if (count == Math.Min(rows[a].Items.Length, rows[b].Items.Length)) continue;
            (crossings[a] ??= []).Add(b);
            (crossings[b] ??= []).Add(a);
        }

        return crossings;
    }

    private static Dictionary<long, int> SharedItems(ProgramRow[] rows, int items)
    {
        var rowsOf = new List<int>?[items];
        for (var row = 0; row < rows.Length; row++)
            foreach (var item in rows[row].Items) (rowsOf[item] ??= []).Add(row);
        var shared = new Dictionary<long, int>();
        foreach (var list in rowsOf)
        {
            if (list is null) continue;
            for (var i = 0; i < list.Count; i++)
                for (var j = i + 1; j < list.Count; j++)
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(shared, ((long)list[i] << 32) | (uint)list[j], out _)++;
        }

        return shared;
    }
}
