// The working arrays of one settlement: which claims are still in, in which order they are taken, what was taken off.
using BudgetSim.Allocation.Settlement.Steps.Rivals;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement.Steps.State;

/// <summary>What is remembered of a claim besides its award.</summary>
[Flags]
internal enum ClaimMark : byte
{
    None = 0,

    /// <summary>Whether it is worth something was asked.</summary>
    Asked = 1,

    /// <summary>It is worth something, or nobody knows.</summary>
    HasWorth = 2,

    /// <summary>A rule has put it to 0.</summary>
    Dropped = 4,

    /// <summary>It is not in the selection that is being tried.</summary>
    OutOfTrial = 8,

    /// <summary>Its claimant has so many claims that sums of them are kept.</summary>
    Crowded = 16,

    /// <summary>It is the first of its claimant.</summary>
    First = 32,
}

/// <summary>What the steps hand on to each other. Positions are indices into the claims of the input.</summary>
internal sealed class SettlementState
{
    private readonly ClaimMark[] _marks;
    private readonly Claim[] _claims;
    private readonly MeasureTerms[] _measures;
    private readonly int[]? _order;
    private readonly bool[]?[] _takingPart = new bool[(int)ExclusionKey.Loan + 1][];

    public SettlementState(SettlementInput input)
    {
        Input = input;
        _claims = input.Claims as Claim[] ?? [.. input.Claims];
        _measures = input.Measures as MeasureTerms[] ?? [.. input.Measures];
        _order = OrderByYear(_claims);
        _marks = new ClaimMark[_claims.Length];
        Awards = new Award[_claims.Length];
        Chains = new ClaimChains(this);
    }

    public SettlementInput Input { get; }

    public int Count => _claims.Length;

    /// <summary>The awards so far, <c>[position]</c>.</summary>
    public Award[] Awards { get; }

    /// <summary>The claims of each claimant, in order.</summary>
    public ClaimChains Chains { get; }

    public DeductionList Deductions { get; } = [];

    /// <summary>The position that is taken at <paramref name="index"/>: year by year, inside a year as listed.</summary>
    public int At(int index) => _order is null ? index : _order[index];

    public List<LatePayment> LatePayments { get; } = [];

    /// <summary>The claimants whose lanes were not searched to the end.</summary>
    public SortedSet<int> LaneChoicesCutShort { get; } = [];

    public Claim Claim(int position) => _claims[position];

    public MeasureTerms Terms(int position) => _measures[_claims[position].Measure];

    public Fraction WorthOf(int position) => Worth.Alone(Terms(position), Claim(position));

    /// <summary>Whether the claim's measure excludes another by that key, or another excludes it.</summary>
    public bool TakesPart(int position, ExclusionKey key) =>
        (_takingPart[(int)key] ??= Rival.TakingPart(_measures, key))[_claims[position].Measure];

    public bool Has(int position, ClaimMark mark) => (_marks[position] & mark) != 0;

    public void Mark(int position, ClaimMark mark) => _marks[position] |= mark;

    public void Unmark(int position, ClaimMark mark) => _marks[position] &= ~mark;

    /// <summary>Whether the claim is worth something or nobody knows.</summary>
    public bool IsLive(int position)
    {
        var mark = _marks[position];
        if ((mark & ClaimMark.Dropped) != 0) return false;
        if ((mark & ClaimMark.Asked) == 0)
            _marks[position] = mark |= ClaimMark.Asked | (HasWorth(position) ? ClaimMark.HasWorth : ClaimMark.None);
        return (mark & ClaimMark.HasWorth) != 0;
    }

    /// <summary>Whether the claim is the first of its claimant.</summary>
    public bool IsFirstOfClaimant(int position) => Has(position, ClaimMark.First);

    private bool HasWorth(int position) => _claims[position].State switch
    {
        ClaimState.Undetermined => true,
        ClaimState.Nothing => false,
        _ => Worth.IsPositive(Terms(position), _claims[position]),
    };

    /// <summary>Puts a claim to 0 because of <paramref name="stage"/>.</summary>
    public void Drop(int position, DeductionStage stage, int detail)
    {
        Mark(position, ClaimMark.Dropped);
        TakeOff(position, stage, FullGross(position), detail);
    }

    /// <summary>Notes what a step took off; nothing is noted for 0.</summary>
    public void TakeOff(int position, DeductionStage stage, long yuan, int detail)
    {
        if (yuan != 0 && Input.IsRecorded) Deductions.Add(new Deduction(position, stage, yuan, detail));
    }

    /// <summary>Lowers an award to <paramref name="yuan"/>.</summary>
    public void Reduce(int position, long yuan, DeductionStage stage, int detail)
    {
        var award = Awards[position];
        TakeOff(position, stage, award.Yuan - yuan, detail);
        Awards[position] = new Award(yuan, award.IsUndetermined);
    }

    /// <summary>The formula with its uplift on the whole principal, in whole yuan; 0 if it is not known.</summary>
    public long FullGross(int position) => _claims[position].State == ClaimState.Known ? (long)Whole(position).Floor() : 0;

    /// <summary>The same, exact, of a claim that is known.</summary>
    public Fraction Whole(int position)
    {
        var claim = _claims[position];
        var gross = claim.Principal is { } principal ? principal.AwardPerYuan * principal.Amount : claim.Gross;
        return claim.UpliftFactor == Fraction.One ? gross : gross * claim.UpliftFactor;
    }

    // Null: the claims stand in that order already.
    private static int[]? OrderByYear(Claim[] claims)
    {
        var sorted = true;
        for (var i = 1; i < claims.Length; i++) sorted &= claims[i - 1].Year <= claims[i].Year;
        return sorted ? null : [.. Enumerable.Range(0, claims.Length).OrderBy(position => claims[position].Year)];
    }
}
