// One settled replication as a single optimisation model: lanes, loans, ceilings and funds together.
using BudgetSim.Allocation.Optimization;
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Simulation.Certificates;

/// <summary>
/// The most that may be paid in one replication: whole yuan per claim, at most one lane per project, one subsidy per
/// loan, shared ceilings and funds. <see cref="Statutory"/> is what the settlement pays before rounding in the fund.
/// </summary>
public sealed record ReplicationModel(LinearModel Model, long Statutory, int ClaimsLeftOut)
{
    /// <summary>
    /// The model of a settled replication. Claimants whose principal ceiling binds, whose claims draw on one ceiling of
    /// different amounts, whom a ceiling (also a group's) cuts pro rata, or whose claims are paid in part under a shared ceiling that can
    /// bind, are left out on both sides: there the text prescribes an order, not an optimum.
    /// </summary>
    public static ReplicationModel From(SettlementInput input, SettlementResult result)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(result);
        var builder = new Builder(input, result);
        return builder.Build();
    }

    private sealed class Builder
    {
        private readonly SettlementInput _input;
        private readonly SettlementResult _result;
        private readonly LinearModelBuilder _model = new();
        private readonly HashSet<int> _leftOut;
        private readonly HashSet<int> _rivals;
        private readonly Dictionary<int, int> _paid = [];
        private readonly Dictionary<(int Enterprise, int Project, int Measure), int> _lane = [];

        public Builder(SettlementInput input, SettlementResult result)
        {
            _input = input;
            _result = result;
            _rivals = [.. MeasuresWithRivals(input.Measures)];
            _leftOut = [
                .. ClaimantsWithBindingPrincipal(input),
                .. ClaimantsWithUnequalCeilings(input),
                .. ClaimantsCutProRata(input, result),
                .. SharedCeilings.ClaimantsPaidInPart(input),
            ];
        }

        public ReplicationModel Build()
        {
            var fixedOut = _result.Deductions.Where(deduction => deduction.Stage is DeductionStage.OnceRule or DeductionStage.Exclusion)
                .Select(deduction => deduction.Claim)
                .ToHashSet();
            for (var claim = 0; claim < _input.Claims.Count; claim++)
            {
                if (!fixedOut.Contains(claim) && !_leftOut.Contains(_input.Claims[claim].Keys.Enterprise)) AddClaim(claim);
            }

            AddLaneConflicts();
            AddLoanRules();
            AddCeilings();
            AddFunds();
            return new ReplicationModel(
                _model.Build(maximise: true), Statutory(), _input.Claims.Count(claim => _leftOut.Contains(claim.Keys.Enterprise)));
        }

        private MeasureTerms Terms(int claim) => _input.Measures[_input.Claims[claim].Measure];

        private void AddClaim(int index)
        {
            var claim = _input.Claims[index];
            if (claim.State != ClaimState.Known || !Terms(index).IsOutlay) return;
            var most = (double)(long)Worth.Alone(Terms(index), claim).Floor();
            if (most <= 0) return;
            var paid = _model.AddInteger(0, most, objective: 1);
            _paid[index] = paid;
            if (claim.Keys.Project < 0 || !_rivals.Contains(claim.Measure)) return;
            var key = (claim.Keys.Enterprise, claim.Keys.Project, claim.Measure);
            if (!_lane.TryGetValue(key, out var lane)) _lane.Add(key, lane = _model.AddBoolean());
            _model.AddRow(double.NegativeInfinity, 0, [paid, lane], [1, -most]);
        }

        private void AddLaneConflicts()
        {
            foreach (var project in _lane.GroupBy(lane => (lane.Key.Enterprise, lane.Key.Project)))
            {
                var lanes = project.ToList();
                for (var a = 0; a < lanes.Count; a++)
                {
                    for (var b = a + 1; b < lanes.Count; b++)
                    {
                        if (AreRivals(lanes[a].Key.Measure, lanes[b].Key.Measure, ExclusionKey.Project))
                            _model.AddSum(0, 1, [lanes[a].Value, lanes[b].Value]);
                    }
                }
            }
        }

        // Of two subsidies on one loan the higher is paid if its lane is chosen; the lower never displaces it.
        private void AddLoanRules()
        {
            var loans = _paid.Keys.Where(claim => _input.Claims[claim].Keys.Loan >= 0)
                .GroupBy(claim => (_input.Claims[claim].Keys.Enterprise, _input.Claims[claim].Keys.Loan));
            foreach (var loan in loans)
            {
                var ranked = loan.OrderByDescending(claim => Worth.Alone(Terms(claim), _input.Claims[claim]))
                    .ThenBy(claim => claim)
                    .ToList();
                for (var high = 0; high < ranked.Count; high++)
                {
                    for (var low = high + 1; low < ranked.Count; low++) AddLoanRule(ranked[high], ranked[low]);
                }
            }
        }

        private void AddLoanRule(int high, int low)
        {
            var (a, b) = (_input.Claims[high].Measure, _input.Claims[low].Measure);
            if (!AreRivals(a, b, ExclusionKey.Loan) || LaneOf(high) is not { } winner || LaneOf(low) is not { } loser) return;
            var most = (double)(long)Worth.Alone(Terms(low), _input.Claims[low]).Floor();
            _model.AddRow(double.NegativeInfinity, most, [_paid[low], winner], [1, most]);
            if (!AreRivals(a, b, ExclusionKey.Project)) _model.AddRow(0, double.PositiveInfinity, [winner, loser], [1, -1]);
        }

        private int? LaneOf(int claim)
        {
            var keys = _input.Claims[claim].Keys;
            return _lane.TryGetValue((keys.Enterprise, keys.Project, _input.Claims[claim].Measure), out var lane) ? lane : null;
        }

        private void AddCeilings()
        {
            var groups = new Dictionary<(string Drawers, CapScope Scope, long Holder, int Year), (List<int> Columns, Fraction Room)>();
            foreach (var (claim, column) in _paid)
            {
                var terms = Terms(claim);
                for (var cap = 0; cap < terms.Caps.Count; cap++)
                {
                    if (SharedCeilings.HolderOf(terms.Caps[cap], _input.Claims[claim], claim) is not { } holder) continue;
                    var key = (string.Join(',', terms.Caps[cap].Drawers.Order()), terms.Caps[cap].Scope, holder.Holder, holder.Year);
                    var room = _input.Claims[claim].Caps[cap].Amount - _input.Claims[claim].Caps[cap].Used;
                    groups[key] = groups.TryGetValue(key, out var group)
                        ? (group.Columns.Contains(column) ? group.Columns : [.. group.Columns, column], Fraction.Min(group.Room, room))
                        : ([column], room);
                }
            }

            foreach (var (columns, room) in groups.Values.Where(group => group.Columns.Count > 1))
                _model.AddSum(0, (double)(long)Fraction.Max(room, 0).Floor(), [.. columns]);
        }

        private void AddFunds()
        {
            foreach (var limit in FundLimit.Of(_input))
            {
                var columns = _paid.Where(pair => Terms(pair.Key).Fund == limit.Fund && limit.Covers(_input.Claims[pair.Key].Year))
                    .Select(pair => pair.Value)
                    .ToArray();
                if (columns.Length > 0) _model.AddSum(0, limit.Yuan, columns);
            }
        }

        private bool AreRivals(int a, int b, ExclusionKey key) =>
            _input.Measures[a].Exclusions.Any(exclusion => exclusion.Key == key && exclusion.With.Contains(b))
            || _input.Measures[b].Exclusions.Any(exclusion => exclusion.Key == key && exclusion.With.Contains(a));

        // Awards before the funds cut them, then each fund's money or demand, whichever is less.
        private long Statutory()
        {
            var demand = _result.Awards.Select((award, claim) => _paid.ContainsKey(claim) && !award.IsUndetermined ? award.Yuan : 0)
                .ToArray();
            foreach (var deduction in _result.Deductions
                .Where(deduction => deduction.Stage is DeductionStage.Fund or DeductionStage.Carried && _paid.ContainsKey(deduction.Claim)))
                demand[deduction.Claim] += deduction.Yuan;
            return demand.Sum() - FundLimit.Unpaid(
                _input,
                (fund, year) => demand.Where((_, claim) => Terms(claim).Fund == fund && (year is null || _input.Claims[claim].Year == year))
                    .Sum());
        }

        // Of two measures that exclude each other one need not say so.
        private static IEnumerable<int> MeasuresWithRivals(IReadOnlyList<MeasureTerms> measures) => measures.SelectMany((terms, measure) =>
            terms.Exclusions.Where(exclusion => exclusion.Key is ExclusionKey.Project or ExclusionKey.Loan)
                .SelectMany(exclusion => exclusion.With.Append(measure)));

        private static HashSet<int> ClaimantsWithBindingPrincipal(SettlementInput input) =>
            [.. input.Claims.Where(claim => claim.Principal is not null)
                .GroupBy(claim => claim.Keys.Enterprise)
                .Where(claimant => claimant.Count() > 1 && Binds([.. claimant]))
                .Select(claimant => claimant.Key)];

        private static IEnumerable<int> ClaimantsWithUnequalCeilings(SettlementInput input) =>
            input.Claims.Where(claim => claim.Caps.Count > 0)
                .GroupBy(claim => (claim.Keys.Enterprise, claim.Measure))
                .Where(claims => claims.Any(claim => !claim.Caps.Select(cap => cap.Amount)
                    .SequenceEqual(claims.First().Caps.Select(cap => cap.Amount))))
                .Select(claims => claims.Key.Enterprise);

        private static IEnumerable<int> ClaimantsCutProRata(SettlementInput input, SettlementResult result) =>
            result.Deductions
                .Where(deduction => deduction.Stage == DeductionStage.GroupCap
                    || (deduction is { Stage: DeductionStage.SharedCap, Detail: >= 0 }
                        && input.Measures[input.Claims[deduction.Claim].Measure].Caps[deduction.Detail].CutsProRata))
                .Select(deduction => input.Claims[deduction.Claim].Keys.Enterprise);

        private static bool Binds(List<Claim> claims)
        {
            var wanted = claims.Aggregate(Fraction.Zero, (sum, claim) => sum + claim.Principal!.Amount);
            return claims.Exists(claim => claim.Principal!.Caps.Any(cap => wanted > cap.Amount - cap.Used));
        }
    }
}
