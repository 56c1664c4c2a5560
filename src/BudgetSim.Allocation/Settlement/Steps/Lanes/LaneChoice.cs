// Step 4: one set of compatible lanes for each project's whole life, chosen jointly where ceilings tie projects together.
using BudgetSim.Allocation.Settlement.Steps.Rivals;
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement.Steps.Lanes;

/// <summary>
/// Chooses lanes per claimant so that the total of all known awards after uplift and ceilings is highest; ties go to
/// the set with the earlier claim.
/// </summary>
internal sealed class LaneChoice
{
    private readonly SettlementState _state;
    private readonly LaneSearch _search;
    private readonly List<int> _claims = [];
    private readonly List<long> _lanes = [];
    private readonly List<(int First, ProjectLanes Lanes)> _projects = [];
    private readonly Stack<ProjectLanes> _spare = [];

    private LaneChoice(SettlementState state)
    {
        _state = state;
        _search = new LaneSearch(state);
    }

    /// <summary>Drops every claim whose lane is not chosen.</summary>
    public static void Apply(SettlementState state)
    {
        if (!Rival.Has(state.Input.Measures, ExclusionKey.Project)) return;
        var choice = new LaneChoice(state);
        for (var index = 0; index < state.Count; index++)
        {
            if (state.IsFirstOfClaimant(state.At(index))) choice.ChooseFor(state.At(index));
        }
    }

    private void ChooseFor(int first)
    {
        Collect(first);
        if (_lanes.Count < 2) return;
        FindProjects();
        if (_projects.Count == 0) return;
        var chosen = _state.Input.LaneChoice switch
        {
            LaneChoiceRule.Joint => _search.Best(first, _claims, _projects),
            LaneChoiceRule.ProjectByProject => [.. _projects.Select(project => project.Lanes.HighestAlone)],
            _ => new int[_projects.Count],
        };
        for (var project = 0; project < _projects.Count; project++) DropOthers(_projects[project].Lanes, chosen[project]);
    }

    // The live claims, and those that are lanes: the project above, the place among the claims below.
    private void Collect(int first)
    {
        _claims.Clear();
        _lanes.Clear();
        for (var position = first; position >= 0; position = _state.Chains.Next(position))
        {
            if (!_state.IsLive(position)) continue;
            var project = _state.Claim(position).Keys.Project;
            if (project >= 0 && _state.TakesPart(position, ExclusionKey.Project)) _lanes.Add(((long)project << 32) | (uint)_claims.Count);
            _claims.Add(position);
        }
    }

    // Projects with more than one set of lanes, in the order of their first claims.
    private void FindProjects()
    {
        foreach (var (_, lanes) in _projects) _spare.Push(lanes);
        _projects.Clear();
        _lanes.Sort();
        for (var from = 0; from < _lanes.Count;)
        {
            var lanes = _spare.Count > 0 ? _spare.Pop() : new ProjectLanes(_state);
            lanes.Clear();
            var start = from;
            for (; from < _lanes.Count && _lanes[from] >> 32 == _lanes[start] >> 32; from++)
                lanes.Add(_claims[(int)(_lanes[from] & int.MaxValue)]);
            if (lanes.HasRivals) lanes.ListSets();
            if (lanes is { HasRivals: true, Count: > 1 }) _projects.Add(((int)(_lanes[start] & int.MaxValue), lanes));
            else _spare.Push(lanes);
        }

        _projects.Sort(static (a, b) => a.First.CompareTo(b.First));
    }

    private void DropOthers(ProjectLanes lanes, int set)
    {
        for (var index = 0; index < lanes.Claims.Count; index++)
        {
            if (!lanes.IsIn(set, index)) _state.Drop(lanes.Claims[index], DeductionStage.LaneChoice, lanes.First(set));
        }
    }
}
