// Branch and bound over the lane sets of one claimant's projects.
using BudgetSim.Allocation.Settlement.Steps.Ceilings;
using BudgetSim.Allocation.Settlement.Steps.State;

namespace BudgetSim.Allocation.Settlement.Steps.Lanes;

/// <summary>
/// Finds the first choice of lane sets, in the order of their claims, whose total is highest. The search is exact: a
/// branch is bounded by what its claims are worth alone. Its lists serve every search of a settlement; many projects are
/// left to <see cref="LargeLaneSearch"/>.
/// </summary>
internal sealed class LaneSearch(SettlementState state)
{
    private const long FewChoices = 64;

    private readonly AwardPass _pass = new(state, isTrial: true);
    private int[] _choice = [];
    private int[] _best = [];
    private long[] _taken = [];
    private long[] _rest = [];

    /// <summary>The set chosen for each project; valid until the next search.</summary>
    public int[] Best(int first, List<int> claims, List<(int First, ProjectLanes Lanes)> projects)
    {
        Prepare(first, claims, projects);
        if (!HasFewChoices(projects)) return BestOfMany(claims, projects);
        var highest = Guess(claims, projects);
        var depth = 0;
        _choice[0] = -1;
        while (depth >= 0)
        {
            if (++_choice[depth] == projects[depth].Lanes.Count)
            {
                depth--;
                continue;
            }

            _taken[depth + 1] = _taken[depth] + projects[depth].Lanes.Worth(_choice[depth]);
            if (_taken[depth + 1] + _rest[depth + 1] <= highest) continue;
            if (depth + 1 < projects.Count) _choice[++depth] = -1;
            else if (Total(claims, projects) is var total && total > highest) highest = Keep(total, projects.Count);
        }

        return _best;
    }

    private static bool HasFewChoices(List<(int First, ProjectLanes Lanes)> projects)
    {
        var choices = 1L;
        for (var project = 0; project < projects.Count && choices <= FewChoices; project++) choices *= projects[project].Lanes.Count;
        return choices <= FewChoices;
    }

    private int[] BestOfMany(List<int> claims, List<(int First, ProjectLanes Lanes)> projects)
    {
        var model = new LaneModel(state, claims);
        foreach (var part in LanePart.Of(model, model.IsExact ? model.ClaimsOnLines() : LaneTies.Of(state, claims), claims, projects))
        {
            List<int> own = [.. part.Claims.Select(claim => claims[claim])];
            List<(int First, ProjectLanes Lanes)> ownProjects = [.. part.Projects.Select(project => projects[project])];
            long TotalOf(int[] choice)
            {
                Array.Copy(choice, _choice, choice.Length);
                return Total(own, ownProjects);
            }

            var search = new LargeLaneSearch(part, TotalOf);
            var best = search.Best();
            for (var project = 0; project < best.Length; project++) _best[part.Projects[project]] = best[project];
            if (search.IsCutShort) state.LaneChoicesCutShort.Add(state.Claim(claims[0]).Keys.Enterprise);
            foreach (var position in own) state.Mark(position, ClaimMark.OutOfTrial);
        }

        return _best;
    }

    // Claims that are not live never take part; what the free claims are worth is taken from the start.
    private void Prepare(int first, List<int> claims, List<(int First, ProjectLanes Lanes)> projects)
    {
        for (var position = first; position >= 0; position = state.Chains.Next(position)) state.Mark(position, ClaimMark.OutOfTrial);
        if (_choice.Length < projects.Count)
        {
            _choice = new int[projects.Count];
            _best = new int[projects.Count];
            _taken = new long[projects.Count + 1];
            _rest = new long[projects.Count + 1];
        }

        _taken[0] = 0;
        _rest[projects.Count] = 0;
        foreach (var position in claims) _taken[0] += (long)state.WorthOf(position).Floor();
        foreach (var (_, lanes) in projects) _taken[0] -= lanes.WorthOfAll;
        for (var project = projects.Count - 1; project >= 0; project--)
            _rest[project] = _rest[project + 1] + projects[project].Lanes.HighestWorth;
    }

    // What the sets that are worth most alone would be paid; one yuan less, so that the first choice that reaches it is still found.
    private long Guess(List<int> claims, List<(int First, ProjectLanes Lanes)> projects)
    {
        var isFirstTried = true;
        for (var project = 0; project < projects.Count; project++)
        {
            _choice[project] = projects[project].Lanes.HighestAlone;
            isFirstTried &= _choice[project] == 0;
        }

        return isFirstTried ? -1 : Total(claims, projects) - 1;
    }

    private long Keep(long total, int projects)
    {
        Array.Copy(_choice, _best, projects);
        return total;
    }

    private long Total(List<int> claims, List<(int First, ProjectLanes Lanes)> projects)
    {
        foreach (var position in claims) state.Unmark(position, ClaimMark.OutOfTrial);
        for (var project = 0; project < projects.Count; project++)
        {
            var lanes = projects[project].Lanes;
            for (var index = 0; index < lanes.Claims.Count; index++)
            {
                if (!lanes.IsIn(_choice[project], index)) state.Mark(lanes.Claims[index], ClaimMark.OutOfTrial);
            }
        }

        return _pass.Run(claims);
    }
}
