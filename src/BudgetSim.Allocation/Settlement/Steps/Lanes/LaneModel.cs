// What the search for lanes knows of a claimant beforehand: the most each claim can be paid, and the ceilings that claims share.
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement.Steps.Lanes;

/// <summary>
/// Claims by their place in the list of the claimant's live claims. No claim is paid more than its worth, and the claims
/// on a line together no more than its room. Where <see cref="IsExact"/>, every selection is paid exactly that: what the claims of
/// each line are worth together, at most its room, and all others their worth.
/// </summary>
internal sealed class LaneModel
{
    private const long Boundless = 1L << 60;

    private readonly SettlementState _state;
    private readonly List<int> _claims;
    private readonly Dictionary<(CapScope, CapHolder), List<int>> _drawing = [];
    private readonly Dictionary<(CapScope, CapHolder, string), List<(int Claim, long Room)>> _ceilings = [];

    public LaneModel(SettlementState state, List<int> claims)
    {
        (_state, _claims) = (state, claims);
        Worths = new long[claims.Count];
        Lines = new int[claims.Count][];
        Array.Fill(Lines, []);
        IsExact = true;
        var measures = claims.Select(position => state.Claim(position).Measure).ToHashSet();
        for (var claim = 0; claim < claims.Count; claim++) Note(claim, measures);
        var rooms = new List<long>();
        foreach (var ((scope, holder, _), members) in _ceilings) AddLine(members, _drawing[(scope, holder)], scope, holder, rooms);
        Rooms = [.. rooms];
        IsExact &= Lines.All(lines => lines.Length <= 1);
    }

    /// <summary>Whole yuan, <c>[claim]</c>; 0 for a claim that is no outlay or not determined.</summary>
    public long[] Worths { get; }

    /// <summary>The lines a claim draws on, <c>[claim][]</c>.</summary>
    public int[][] Lines { get; }

    /// <summary>Whole yuan, <c>[line]</c>; only lines that may bind are kept.</summary>
    public long[] Rooms { get; }

    /// <summary>Whether the model says what is paid, and not only what is paid at most.</summary>
    public bool IsExact { get; private set; }

    /// <summary>The claims of each line.</summary>
    public IEnumerable<IReadOnlyList<int>> ClaimsOnLines() =>
        Rooms.Select((_, line) => (int[])[.. Enumerable.Range(0, Lines.Length).Where(claim => Lines[claim].Contains(line))]);

    private void Note(int claim, HashSet<int> measures)
    {
        var position = _claims[claim];
        var (facts, terms) = (_state.Claim(position), _state.Terms(position));
        if (facts.State != ClaimState.Known) return;
        IsExact &= IsPlain(position, facts, terms);
        var keeps = !MayPassCeilings(facts, terms);
        if (terms.IsOutlay) Worths[claim] = (long)Fraction.Min(_state.WorthOf(position), Boundless).Floor();
        for (var cap = 0; cap < terms.Caps.Count; cap++)
        {
            var scope = terms.Caps[cap].Scope;
            var holder = CapHolder.Of(scope, terms.Caps[cap].RenewsYearly, facts, position);
            if (!_drawing.TryGetValue((scope, holder), out var drawing)) _drawing.Add((scope, holder), drawing = []);
            drawing.Add(claim);
            if (terms.Caps[cap].IsJoint || !keeps || !terms.IsOutlay) continue;
            var room = (long)Fraction.Min(Fraction.Max(facts.Caps[cap].Amount - facts.Caps[cap].Used, Fraction.Zero), Boundless).Floor();
            Worths[claim] = Math.Min(Worths[claim], room);
            if (!terms.Caps[cap].Drawers.Contains(facts.Measure)) IsExact = false;
            else Draw((scope, holder, string.Join(',', terms.Caps[cap].Drawers.Where(measures.Contains).Distinct().Order())), claim, room);
        }
    }

    private void Draw((CapScope, CapHolder, string) ceiling, int claim, long room)
    {
        if (!_ceilings.TryGetValue(ceiling, out var members)) _ceilings.Add(ceiling, members = []);
        if (members.Count > 0 && members[^1].Claim == claim) members[^1] = (claim, Math.Min(room, members[^1].Room));
        else members.Add((claim, room));
    }

    // A ceiling that all who count under it together cannot reach is left out.
    private void AddLine(List<(int Claim, long Room)> members, List<int> drawing, CapScope scope, CapHolder holder, List<long> rooms)
    {
        var (first, _) = members[0];
        var terms = _state.Terms(_claims[first]).Caps
            .First(cap => cap.Scope == scope && !cap.IsJoint && cap.Drawers.Contains(_state.Claim(_claims[first]).Measure)
                && CapHolder.Of(scope, cap.RenewsYearly, _state.Claim(_claims[first]), _claims[first]) == holder);
        var counted = drawing.Distinct().Where(claim => terms.Drawers.Contains(_state.Claim(_claims[claim]).Measure)).ToList();
        var (least, most) = (members.Min(member => member.Room), members.Max(member => member.Room));
        if (counted.Sum(claim => Worths[claim]) <= least) return;
        IsExact &= least == most && counted.Count == members.Count;
        foreach (var (claim, _) in members) Lines[claim] = [.. Lines[claim], rooms.Count];
        rooms.Add(Math.Min(most, members.Sum(member => Worths[member.Claim])));
    }

    // Whether its award may be more than what its ceilings leave.
    private static bool MayPassCeilings(Claim claim, MeasureTerms terms) =>
        (terms.IsCeiling && (claim.Minimum is not null || claim.PayoutRatio > Fraction.One))
        || (claim.UpliftFactor != Fraction.One && (terms.UpliftsAfterCaps || terms.UpliftCapsPerProject));

    // Whether nothing but its worth and ceilings on money decides its award.
    private bool IsPlain(int position, Claim claim, MeasureTerms terms) =>
        terms.IsOutlay && !MayPassCeilings(claim, terms)
        && (claim.UpliftFactor == Fraction.One || claim.UpliftPot == UpliftPot.Unlimited)
        && (!terms.IsCeiling || claim.PayoutRatio == Fraction.One)
        && terms.PrincipalCaps.Count == 0 && terms.TopsUp.Count == 0
        && claim.OtherLevelPaid == Fraction.Zero && claim.OtherPolicyAward == Fraction.Zero
        && (claim.Keys.Loan < 0 || !_state.TakesPart(position, ExclusionKey.Loan));
}
