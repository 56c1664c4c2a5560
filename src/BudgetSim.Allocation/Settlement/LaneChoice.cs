// Step 4: one set of compatible lanes for each project's whole life, chosen jointly where ceilings tie projects together.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>
/// Chooses lanes per claimant so that the total of all known awards after uplift and ceilings is highest; ties go to
/// the set with the earlier claim. The search is exact: it bounds each branch by what its claims are worth alone.
/// </summary>
internal static class LaneChoice
{
    /// <summary>Drops every claim whose lane is not chosen.</summary>
    public static void Apply(SettlementState state)
    {
        var byClaimant = ClaimsWithChoice(state);
        var trial = new LaneTrial(state);
        foreach (var claims in byClaimant) Choose(state, claims, trial);
    }

    // All live claims of each claimant that has a project with rival lanes, in order.
    private static IEnumerable<List<int>> ClaimsWithChoice(SettlementState state)
    {
        if (!state.Input.Measures.Any(terms => Rival.Has(terms, ExclusionKey.Project))) return [];
        var choosers = new HashSet<int>();
        var seen = new Dictionary<(int, int), int>();
        foreach (var position in state.Order)
        {
            var claim = state.Claim(position);
            if (!IsLane(state, position)) continue;
            if (!seen.TryAdd((claim.Keys.Enterprise, claim.Keys.Project), claim.Measure) && seen[(claim.Keys.Enterprise, claim.Keys.Project)] != claim.Measure)
                choosers.Add(claim.Keys.Enterprise);
        }

        var claims = choosers.ToDictionary(chooser => chooser, _ => new List<int>());
        foreach (var position in state.Order)
        {
            if (claims.TryGetValue(state.Claim(position).Keys.Enterprise, out var list) && state.IsLive(position)) list.Add(position);
        }

        return claims.Values;
    }

    private static bool IsLane(SettlementState state, int position) =>
        state.Claim(position).Keys.Project >= 0 && Rival.Has(state.Terms(position), ExclusionKey.Project) && state.IsLive(position);

    private static void Choose(SettlementState state, List<int> claims, LaneTrial trial)
    {
        var projects = claims.Where(position => IsLane(state, position))
            .GroupBy(position => state.Claim(position).Keys.Project)
            .Where(project => project.Any(position => state.Claim(position).Measure != state.Claim(project.First()).Measure))
            .Select(project => new ProjectLanes(state, [.. project]))
            .Where(project => project.Sets.Count > 1)
            .ToList();
        if (projects.Count == 0) return;
        var chosen = state.Input.LaneChoice switch
        {
            LaneChoiceRule.Joint => new LaneSearch(state, claims, projects, trial).Best(),
            LaneChoiceRule.ProjectByProject => [.. projects.Select(project => project.HighestAlone)],
            _ => [.. projects.Select(_ => 0)],
        };
        for (var project = 0; project < projects.Count; project++)
        {
            foreach (var loser in projects[project].Outside(chosen[project]))
                state.Drop(loser, DeductionStage.LaneChoice, projects[project].Sets[chosen[project]][0]);
        }
    }
}

/// <summary>The maximal sets of claims of one project that go together, earliest claims first.</summary>
internal sealed class ProjectLanes
{
    private readonly List<int> _claims;

    public ProjectLanes(SettlementState state, List<int> claims)
    {
        _claims = claims;
        var rows = claims.Select(position => state.Claim(position).Measure).Distinct().ToList();
        Sets = [.. MaximalSets(state, claims, rows).Select(set => claims.Where(position => set.Contains(state.Claim(position).Measure)).ToArray())];
        Worths = [.. Sets.Select(set => set.Aggregate(Fraction.Zero, (sum, position) => sum + state.WorthOf(position)))];
        HighestWorth = Worths.Aggregate(Fraction.Max);
        HighestAlone = Enumerable.Range(0, Worths.Count).First(set => Worths[set] == HighestWorth);
    }

    /// <summary>Sets of positions, in the order of their earliest differing claims.</summary>
    public IReadOnlyList<int[]> Sets { get; }

    /// <summary>The sum of what each set's claims are worth alone: an upper bound of what it can be paid.</summary>
    public IReadOnlyList<Fraction> Worths { get; }

    public Fraction HighestWorth { get; }

    public int HighestAlone { get; }

    public IEnumerable<int> Outside(int set) => _claims.Except(Sets[set]);

    // Rows in order of first claim: trying "take" before "leave" yields the sets with earlier claims first.
    private static IEnumerable<List<int>> MaximalSets(SettlementState state, List<int> claims, List<int> rows)
    {
        bool Clash(int a, int b) =>
            Rival.Excludes(state.Input.Measures[a], b, ExclusionKey.Project, Keep.Highest) || Rival.Excludes(state.Input.Measures[b], a, ExclusionKey.Project, Keep.Highest);
        IEnumerable<List<int>> Extend(int next, List<int> taken)
        {
            if (next == rows.Count)
            {
                if (rows.TrueForAll(row => taken.Contains(row) || taken.Exists(other => Clash(row, other)))) yield return [.. taken];
                yield break;
            }

            if (!taken.Exists(other => Clash(rows[next], other)))
            {
                foreach (var set in Extend(next + 1, [.. taken, rows[next]])) yield return set;
            }

            foreach (var set in Extend(next + 1, taken)) yield return set;
        }

        if (rows.Count == 2) return Clash(rows[0], rows[1]) ? [[rows[0]], [rows[1]]] : [rows];
        return Extend(0, []);
    }
}

/// <summary>Branch and bound over the lane sets of one claimant's projects.</summary>
internal sealed class LaneSearch(SettlementState state, List<int> claims, List<ProjectLanes> projects, LaneTrial trial)
{
    private readonly int[] _choice = new int[projects.Count];
    private int[]? _best;
    private long _bestTotal = -1;

    /// <summary>The set chosen for each project.</summary>
    public int[] Best()
    {
        var free = claims.Except(projects.SelectMany(project => project.Sets).SelectMany(set => set));
        var rest = projects.Aggregate(Fraction.Zero, (sum, project) => sum + project.HighestWorth);
        Search(0, free.Aggregate(Fraction.Zero, (sum, position) => sum + state.WorthOf(position)), rest);
        return _best!;
    }

    private void Search(int depth, Fraction taken, Fraction rest)
    {
        if (_best is not null && taken + rest <= _bestTotal) return;
        if (depth == projects.Count)
        {
            Try();
            return;
        }

        rest -= projects[depth].HighestWorth;
        for (var set = 0; set < projects[depth].Sets.Count; set++)
        {
            _choice[depth] = set;
            Search(depth + 1, taken + projects[depth].Worths[set], rest);
        }
    }

    private void Try()
    {
        trial.Start(claims);
        for (var project = 0; project < projects.Count; project++)
        {
            foreach (var loser in projects[project].Outside(_choice[project])) trial.Drop(loser);
        }

        var total = trial.Total(claims);
        if (total <= _bestTotal) return;
        _bestTotal = total;
        _best = [.. _choice];
    }
}

/// <summary>What a selection of one claimant's claims would be paid; its arrays serve every trial of the settlement.</summary>
internal sealed class LaneTrial(SettlementState state)
{
    private readonly AwardPass _pass = new(state, records: false);
    private readonly bool[] _dropped = new bool[state.Yuan.Length];
    private readonly bool[] _unknown = new bool[state.Yuan.Length];
    private readonly long[] _yuan = new long[state.Yuan.Length];

    /// <summary>Begins with the claims that are still in.</summary>
    public void Start(List<int> claims)
    {
        foreach (var position in claims) _dropped[position] = state.Dropped[position];
    }

    public void Drop(int position) => _dropped[position] = true;

    public long Total(List<int> claims) => _pass.Run(claims, _dropped, _yuan, _unknown);
}
