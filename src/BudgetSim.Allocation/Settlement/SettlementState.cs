// The working arrays of one settlement: which claims are still in, in which order they are taken, what was taken off.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>What the steps hand on to each other. Positions are indices into the claims of the input.</summary>
internal sealed class SettlementState
{
    private const byte Unasked = 0, Yes = 1, No = 2;

    private readonly List<Deduction> _deductions = [];
    private readonly byte[] _worthIsPositive;
    private readonly Fraction?[] _worths;
    private readonly Claim[] _claims;
    private readonly MeasureTerms[] _measures;

    public SettlementState(SettlementInput input)
    {
        Input = input;
        _claims = input.Claims as Claim[] ?? [.. input.Claims];
        _measures = [.. input.Measures];
        Order = OrderByYear(input.Claims);
        _worthIsPositive = new byte[input.Claims.Count];
        _worths = new Fraction?[input.Claims.Count];
        Dropped = new bool[input.Claims.Count];
        Yuan = new long[input.Claims.Count];
        Unknown = new bool[input.Claims.Count];
        SomeTopUp = input.Measures.Any(terms => terms.TopsUp.Count > 0);
    }

    public SettlementInput Input { get; }

    /// <summary>Positions year by year, inside a year as listed.</summary>
    public int[] Order { get; }

    /// <summary>Claims that a rule has put to 0, <c>[position]</c>.</summary>
    public bool[] Dropped { get; }

    /// <summary>The award so far in whole yuan, <c>[position]</c>.</summary>
    public long[] Yuan { get; }

    /// <summary>Whether the award is undetermined, <c>[position]</c>.</summary>
    public bool[] Unknown { get; }

    /// <summary>Whether some measure pays only the difference to others.</summary>
    public bool SomeTopUp { get; }

    public List<Deduction> Deductions => _deductions;

    public Claim Claim(int position) => _claims[position];

    public MeasureTerms Terms(int position) => _measures[_claims[position].Measure];

    /// <summary>What the claim is worth by itself; it never changes, and the lane choice asks often.</summary>
    public Fraction WorthOf(int position) => _worths[position] ??= Worth.Alone(Terms(position), Claim(position));

    /// <summary>Whether the claim is worth something or nobody knows.</summary>
    public bool IsLive(int position)
    {
        if (Dropped[position]) return false;
        if (_worthIsPositive[position] == Unasked) _worthIsPositive[position] = HasWorth(position) ? Yes : No;
        return _worthIsPositive[position] == Yes;
    }

    private bool HasWorth(int position) => Claim(position).State switch
    {
        ClaimState.Undetermined => true,
        ClaimState.Nothing => false,
        _ => WorthOf(position).Sign > 0,
    };

    /// <summary>Puts a claim to 0 because of <paramref name="stage"/>.</summary>
    public void Drop(int position, DeductionStage stage, int detail)
    {
        Dropped[position] = true;
        TakeOff(position, stage, FullGross(position), detail);
    }

    /// <summary>Notes what a step took off; nothing is noted for 0.</summary>
    public void TakeOff(int position, DeductionStage stage, long yuan, int detail)
    {
        if (yuan != 0 && Input.IsRecorded) _deductions.Add(new Deduction(position, stage, yuan, detail));
    }

    /// <summary>The formula with its uplift on the whole principal, in whole yuan; 0 if it is not known.</summary>
    public long FullGross(int position) => Claim(position).State == ClaimState.Known ? (long)Whole(position).Floor() : 0;

    /// <summary>The same, exact, of a claim that is known.</summary>
    public Fraction Whole(int position)
    {
        var claim = Claim(position);
        var gross = claim.Principal is { } principal ? principal.AwardPerYuan * principal.Amount : claim.Gross;
        return claim.UpliftFactor == Fraction.One ? gross : gross * claim.UpliftFactor;
    }

    private static int[] OrderByYear(IReadOnlyList<Claim> claims)
    {
        var order = Enumerable.Range(0, claims.Count).ToArray();
        var sorted = true;
        for (var i = 1; i < claims.Count; i++) sorted &= claims[i - 1].Year <= claims[i].Year;
        return sorted ? order : [.. order.OrderBy(position => claims[position].Year)];
    }
}
