// Which blocks are connected by linking rows.
namespace BudgetSim.Allocation.Selection.Exact.Blocks;

/// <summary>Connected components; everything without a link is one component without links, because its blocks add up.</summary>
internal static class BlockComponents
{
    /// <summary>[component] its blocks and [component] its links, in the order of their first block.</summary>
    public static (int[][] Blocks, int[][] Links) Of(BlockSet blocks)
    {
        var root = Roots(blocks);
        var number = new Dictionary<int, int>();
        var (members, links) = (new List<List<int>>(), new List<List<int>>());
        for (var block = 0; block < blocks.Count; block++)
        {
            var key = root[block];
            if (!number.TryGetValue(key, out var component))
            {
                number[key] = component = members.Count;
                members.Add([]);
                links.Add([]);
            }

            members[component].Add(block);
        }

        for (var link = 0; link < blocks.Links.Length; link++)
            if (blocks.Links[link].Items.Length > 0) links[number[root[blocks.Count + link]]].Add(link);
        return ([.. members.Select(list => list.ToArray())], [.. links.Select(list => list.ToArray())]);
    }

    // [block, then link]; -1 for blocks that no link touches.
    private static int[] Roots(BlockSet blocks)
    {
        var parent = new int[blocks.Count + blocks.Links.Length];
        for (var i = 0; i < parent.Length; i++) parent[i] = i;
        var touched = new bool[parent.Length];
        for (var block = 0; block < blocks.Count; block++)
        {
            foreach (var item in blocks.ItemsOf(block))
            {
                for (var k = blocks.LinkStart[item]; k < blocks.LinkStart[item + 1]; k++)
                {
                    touched[block] = true;
                    parent[Find(parent, block)] = Find(parent, blocks.Count + blocks.LinkOf[k]);
                }
            }
        }

        return [.. parent.Select((_, node) => node < blocks.Count && !touched[node] ? -1 : Find(parent, node))];
    }

    private static int Find(int[] parent, int node)
    {
        while (parent[node] != node) node = parent[node] = parent[parent[node]];
        return node;
    }
}
