// A settlement beside its input, as laws read it.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;

namespace BudgetSim.Allocation.Tests.Settlement;

/// <summary>Claims are indices; an award that is undetermined shows its lower bound.</summary>
internal sealed class Settled
{
    private readonly ILookup<int, Deduction> _taken;

    public Settled(SettlementInput input)
    {
        (Input, Result) = (input, Settle.Claims(input));
        _taken = Result.Deductions.ToLookup(taken => taken.Claim);
    }

    public SettlementInput Input { get; }

    public SettlementResult Result { get; }

    /// <summary>What a law that fails prints: every claim beside its award, and the funds.</summary>
    public override string ToString() =>
        string.Join(
            '\n',
            Claims.Select(claim => $"{this[claim]} {Result.Awards[claim]} {string.Join(' ', Taken(claim))}")
                .Concat(Input.Funds.Select(fund => fund.ToString()))
                .Concat(Input.Appropriations.Select(money => money.ToString())));

    public IEnumerable<int> Claims => Enumerable.Range(0, Input.Claims.Count);

    public Claim this[int claim] => Input.Claims[claim];

    public MeasureTerms Terms(int claim) => Input.Measures[Input.Claims[claim].Measure];

    public long Award(int claim) => Result.Awards[claim].Yuan;

    public bool IsKnown(int claim) => !Result.Awards[claim].IsUndetermined;

    public IEnumerable<Deduction> Taken(int claim) => _taken[claim];

    /// <summary>The claims of some measures that are paid something.</summary>
    public IEnumerable<int> Paid(params int[] measures) =>
        Claims.Where(claim => measures.Contains(Input.Claims[claim].Measure) && Award(claim) > 0);

    /// <summary>What a claim asks of its fund: its award and what the fund cut.</summary>
    public long Asked(int claim) => Award(claim) + Taken(claim).Where(taken => taken.Stage == DeductionStage.Fund).Sum(taken => taken.Yuan);

    /// <summary>
    /// The known outlays on each pot, in the order of the settlement: those of a year with its own appropriation, or of all years.
    /// </summary>
    public IEnumerable<(FundOutcome Fund, int[] Claims)> Pots() => Result.Funds.Select(fund => (fund, Claims
        .Where(claim => Terms(claim) is { IsOutlay: true } terms && terms.Fund == fund.Fund && IsKnown(claim)
            && (fund.Year is null || this[claim].Year == fund.Year))
        .OrderBy(claim => this[claim].Year).ThenBy(claim => claim).ToArray()));
}
