// Projects of one claimant that are tied to each other by ceilings, and to no other project.
namespace BudgetSim.Allocation.Settlement.Steps.Lanes;

/// <summary>
/// A part of the choice that stands alone. Claims and lines are those of <paramref name="Model"/>; <paramref name="Sets"/>
/// is <c>[project][set][]</c> claims, <paramref name="Free"/> the claims outside all of them that count here.
/// </summary>
internal sealed record LanePart(LaneModel Model, int[] Projects, int[] Lines, int[] Free, int[][][] Sets)
{
    /// <summary>The claims that decide what the part is paid, in the order of the settlement.</summary>
    public IEnumerable<int> Claims => Free.Concat(Sets.SelectMany(project => project).SelectMany(set => set)).Distinct().Order();

    /// <summary>The parts of a choice: projects stand in one where a chain of <paramref name="ties"/> joins their claims.</summary>
    public static IEnumerable<LanePart> Of(
        LaneModel model, IEnumerable<IReadOnlyList<int>> ties, List<int> claims, List<(int First, ProjectLanes Lanes)> projects)
    {
        var placeOf = claims.Select((position, place) => (position, place)).ToDictionary(entry => entry.position, entry => entry.place);
        var sets = projects.Select(project => SetsOf(project.Lanes, placeOf)).ToArray();
        var ofProjects = sets.Select(project => project.SelectMany(set => set).ToArray()).ToArray();
        var free = Enumerable.Range(0, claims.Count).Except(ofProjects.SelectMany(claim => claim)).ToArray();
        var roots = Roots(claims.Count, ties.Concat(ofProjects));
        return Enumerable.Range(0, sets.Length).GroupBy(project => roots[ofProjects[project][0]]).Select(part =>
        {
            int[][][] own = [.. part.Select(project => sets[project])];
            int[] lines = [.. own.SelectMany(project => LinesOf(model, project)).Distinct().Order()];
            return new LanePart(model, [.. part], lines, [.. free.Where(claim => roots[claim] == part.Key)], own);
        });
    }

    private static int[][] SetsOf(ProjectLanes lanes, Dictionary<int, int> placeOf) =>
        [.. Enumerable.Range(0, lanes.Count)
            .Select(set => Enumerable.Range(0, lanes.Claims.Count).Where(index => lanes.IsIn(set, index))
                .Select(index => placeOf[lanes.Claims[index]])
                .ToArray())];

    private static IEnumerable<int> LinesOf(LaneModel model, int[][] sets) =>
        sets.SelectMany(set => set).SelectMany(claim => model.Lines[claim]).Distinct();

    // Each claim's first claim among those that chains of ties join it to.
    private static int[] Roots(int count, IEnumerable<IReadOnlyList<int>> ties)
    {
        int[] roots = [.. Enumerable.Range(0, count)];
        int Root(int claim)
        {
            while (roots[claim] != claim) claim = roots[claim];
            return claim;
        }

        foreach (var tie in ties)
        {
            for (var index = 1; index < tie.Count; index++)
            {
                var (a, b) = (Root(tie[0]), Root(tie[index]));
                roots[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        return [.. roots.Select(Root)];
    }
}
