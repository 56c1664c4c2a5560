// Projects of one claimant that are tied to each other by ceilings, and to no other project.
namespace BudgetSim.Allocation.Settlement;

/// <summary>
/// A part of the choice that stands alone. Claims and lines are those of <paramref name="Model"/>; <paramref name="Sets"/>
/// is <c>[project][set][]</c> claims, <paramref name="Free"/> the claims outside all of them that count here.
/// </summary>
internal sealed record LanePart(LaneModel Model, int[] Projects, int[] Lines, int[] Free, int[][][] Sets)
{
    /// <summary>The parts of a choice; one only if the model does not tell what is paid.</summary>
    public static IEnumerable<LanePart> Of(LaneModel model, List<int> claims, List<(int First, ProjectLanes Lanes)> projects)
    {
        var placeOf = claims.Select((position, place) => (position, place)).ToDictionary(entry => entry.position, entry => entry.place);
        var sets = projects.Select(project => SetsOf(project.Lanes, placeOf)).ToArray();
        var free = Enumerable.Range(0, claims.Count).Except(sets.SelectMany(project => project).SelectMany(set => set)).ToArray();
        if (!model.IsExact) return [new LanePart(model, [.. Enumerable.Range(0, sets.Length)], [.. Enumerable.Range(0, model.Rooms.Length)], free, sets)];
        var roots = Roots(model, sets);
        return Enumerable.Range(0, sets.Length).GroupBy(project => roots[project]).Select(part =>
        {
            int[][][] own = [.. part.Select(project => sets[project])];
            int[] lines = [.. own.SelectMany(project => LinesOf(model, project)).Distinct().Order()];
            return new LanePart(model, [.. part], lines, [.. free.Where(claim => model.Lines[claim].Any(lines.Contains))], own);
        });
    }

    private static int[][] SetsOf(ProjectLanes lanes, Dictionary<int, int> placeOf) =>
        [.. Enumerable.Range(0, lanes.Count).Select(set => Enumerable.Range(0, lanes.Claims.Count).Where(index => lanes.IsIn(set, index)).Select(index => placeOf[lanes.Claims[index]]).ToArray())];

    private static IEnumerable<int> LinesOf(LaneModel model, int[][] sets) => sets.SelectMany(set => set).SelectMany(claim => model.Lines[claim]).Distinct();

    // Each project's first project among those that lines tie it to.
    private static int[] Roots(LaneModel model, int[][][] sets)
    {
        int[] roots = [.. Enumerable.Range(0, sets.Length)];
        int Root(int project)
        {
            while (roots[project] != project) project = roots[project];
            return project;
        }

        var firstOn = new Dictionary<int, int>();
        for (var project = 0; project < sets.Length; project++)
        {
            foreach (var line in LinesOf(model, sets[project]))
            {
                if (firstOn.TryAdd(line, project)) continue;
                var (a, b) = (Root(firstOn[line]), Root(project));
                roots[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        return [.. roots.Select(Root)];
    }
}
