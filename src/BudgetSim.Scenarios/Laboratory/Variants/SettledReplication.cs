// One replication of the baseline, settled, with what a variant needs to change only what differs.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Claims with their facts and their awards before the funds' cuts, <c>[claim]</c>.</summary>
internal sealed class SettledReplication
{
    private readonly Dictionary<int, List<int>> _ofEnterprise = [];
    private readonly Dictionary<int, List<int>> _ofMeasure = [];
    private readonly Dictionary<(int Fund, int Year), FundSums> _ofFund = [];
    private readonly Dictionary<(int Position, int Cap), Fraction> _mostDrawn = [];
    private readonly Award?[] _alone;
    private readonly bool[] _isAloneKnown;
    private readonly Dictionary<(
        int Measure, int Cap), (IReadOnlyList<(int Position, Fraction Wanted)> Claims, Fraction LeastCeiling)> _largestDrawers =
        [];

    public SettledReplication(Replicate replicate, int number)
    {
        Facts = [];
        Input = replicate.Claims(number, Facts);
        _alone = new Award?[Input.Claims.Count];
        _isAloneKnown = new bool[Input.Claims.Count];
        var result = Settle.Claims(Input);
        Funds = result.Funds;
        Awarded = [.. result.Awards.Select(award => award.IsUndetermined ? 0 : award.Yuan)];
        Paid = [.. Awarded];
        Unknown = [.. result.Awards.Select(award => award.IsUndetermined)];
        foreach (var deduction in result.Deductions)
        {
            if (deduction.Stage is DeductionStage.Fund or DeductionStage.Carried && !Unknown[deduction.Claim])
                Awarded[deduction.Claim] += deduction.Yuan;
        }

        for (var position = 0; position < Input.Claims.Count; position++)
        {
            ListOf(_ofEnterprise, Input.Claims[position].Keys.Enterprise).Add(position);
            ListOf(_ofMeasure, Input.Claims[position].Measure).Add(position);
            if (Terms(position).IsOutlay) TotalAwarded += Awarded[position];
        }

        KeysInUse = Input.Claims.Select(claim => claim.Keys)
            .Select(keys => 1 + Math.Max(
                Math.Max(Math.Max(keys.Enterprise, keys.Project), Math.Max(keys.Loan, keys.Item)),
                Math.Max(Math.Max(keys.Event, keys.Group), keys.Park)))
            .DefaultIfEmpty(1)
            .Max();
        Enterprises = _ofEnterprise.Values.Count(claims => claims.Exists(position => Awarded[position] > 0));
    }

    /// <summary>A fund's claims of one year, what they were awarded and what it paid, and those of which it paid nothing.</summary>
    internal sealed record FundSums(IReadOnlyList<int> Positions, long Awarded, long Paid, IReadOnlyList<int> Unpaid);

    public SettlementInput Input { get; }

    public List<Value[]> Facts { get; }

    /// <summary>What each fund did in each year.</summary>
    public IReadOnlyList<FundOutcome> Funds { get; }

    /// <summary>Whole yuan before any fund's cut; 0 where undetermined.</summary>
    public long[] Awarded { get; }

    /// <summary>Whole yuan paid; 0 where undetermined.</summary>
    public long[] Paid { get; }

    public bool[] Unknown { get; }

    /// <summary>The claims of every enterprise, in claim order.</summary>
    public IReadOnlyDictionary<int, List<int>> OfEnterprise => _ofEnterprise;

    /// <summary>The claims of a measure, in claim order.</summary>
    public IReadOnlyList<int> OfMeasure(int measure) => _ofMeasure.TryGetValue(measure, out var claims) ? claims : [];

    /// <summary>Outlays before the funds' cuts.</summary>
    public long TotalAwarded { get; }

    /// <summary>Enterprises with an award before the funds' cuts.</summary>
    public int Enterprises { get; }

    /// <summary>One more than the highest number of an enterprise or object.</summary>
    public int KeysInUse { get; }

    /// <summary>The award of a claim if it met no other; null if it is worth nothing.</summary>
    public Award? Alone(int position)
    {
        if (_isAloneKnown[position]) return _alone[position];
        _isAloneKnown[position] = true;
        return _alone[position] = RivalAwards.Alone(Terms(position), Input.Claims[position]);
    }

    /// <summary>How many claims of an enterprise have an award before the funds' cuts.</summary>
    public int AwardedClaims(int enterprise)
    {
        var count = 0;
        foreach (var position in _ofEnterprise[enterprise])
        {
            if (Awarded[position] > 0) count++;
        }

        return count;
    }

    /// <summary>A fund's claims of a year whose amount is known.</summary>
    public FundSums OfFund(int fund, int year)
    {
        if (_ofFund.TryGetValue((fund, year), out var sums)) return sums;
        var positions = Enumerable.Range(0, Awarded.Length)
            .Where(position => Input.Claims[position].Year == year && Terms(position).Fund == fund && Terms(position).IsOutlay
                && !Unknown[position])
            .ToList();
        return _ofFund[(fund, year)] = new FundSums(
            positions,
            positions.Sum(position => Awarded[position]),
            positions.Sum(position => Paid[position]),
            [.. positions.Where(position => Awarded[position] > 0 && Paid[position] == 0)]);
    }

    /// <summary>
    /// The known claims of a measure with what could be drawn on a ceiling of theirs and was used before, the most first, and the lowest
    /// such ceiling.
    /// </summary>
    public (IReadOnlyList<(int Position, Fraction Wanted)> Claims, Fraction LeastCeiling) LargestDrawers(int measure, int cap)
    {
        if (_largestDrawers.TryGetValue((measure, cap), out var drawers)) return drawers;
        var claims = OfMeasure(measure).Where(position => Input.Claims[position].State == ClaimState.Known)
            .Select(position => (position, Wanted: MostDrawn(position, cap) + Input.Claims[position].Caps[cap].Used))
            .ToList();
        claims.Sort((a, b) => b.Wanted.CompareTo(a.Wanted));
        var least = claims.Count == 0
            ? Fraction.Zero
            : claims.Select(claim => Input.Claims[claim.position].Caps[cap].Amount).Aggregate(Fraction.Min);
        return _largestDrawers[(measure, cap)] = (claims, least);
    }

    /// <summary>
    /// What the claims of an enterprise could draw on a claim's ceiling at the very most, all scopes and years taken together.
    /// </summary>
    public Fraction MostDrawn(int position, int cap)
    {
        if (_mostDrawn.TryGetValue((position, cap), out var most)) return most;
        var drawers = Terms(position).Caps[cap].Drawers;
        most = Fraction.Zero;
        foreach (var other in OfEnterprise[Input.Claims[position].Keys.Enterprise])
        {
            if (Input.Claims[other].State == ClaimState.Known && drawers.Contains(Input.Claims[other].Measure))
                most += Most(Input.Claims[other]);
        }

        return _mostDrawn[(position, cap)] = most;
    }

    public MeasureTerms Terms(int position) => Input.Measures[Input.Claims[position].Measure];

    private static Fraction Most(Claim claim)
    {
        var gross = claim.Principal is { } principal ? principal.AwardPerYuan * principal.Amount : claim.Gross;
        var most = gross * Fraction.Max(claim.UpliftFactor, Fraction.One);
        return Fraction.Max(most, claim.Minimum ?? Fraction.Zero) * Fraction.Max(claim.PayoutRatio, Fraction.One);
    }

    private static List<int> ListOf(Dictionary<int, List<int>> lists, int key)
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
        return list;
    }
}
