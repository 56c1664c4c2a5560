// What a fund was asked for, had and paid.
namespace BudgetSim.Allocation.Settlement;

/// <summary>
/// One fund's year: what its own claims asked, what was there (null: no limit given), what was paid, and the unfunded gap.
/// What of carried in and claimed together is neither paid nor carried out has lapsed.
/// </summary>
public sealed record FundOutcome(int Fund, int? Year, long Claimed, long? Appropriation, long Paid, long Shortfall)
{
    /// <summary>Left-over claims of earlier years; not part of <see cref="Claimed"/>.</summary>
    public long CarriedIn { get; init; }

    /// <summary>Claims that wait for a later year.</summary>
    public long CarriedOut { get; init; }

    /// <summary>What was paid beyond the money that was there, because the fund is topped up.</summary>
    public long ToppedUp { get; init; }

    /// <summary>Unspent money of earlier years, beside the appropriation.</summary>
    public long MoneyIn { get; init; }

    /// <summary>Unspent money that the next year may use.</summary>
    public long MoneyOut { get; init; }
}
