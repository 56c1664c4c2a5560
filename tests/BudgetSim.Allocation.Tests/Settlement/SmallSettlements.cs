// Claims and measures of a few numbers, and how they are settled.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

/// <summary>What tests of single steps share; a claim is of claimant 0 and the year 2026 where nothing else is said.</summary>
public abstract class SmallSettlements
{
    protected const int Year = 2026;

    protected static readonly MeasureTerms Plain = new("plain") { Fund = 0 };

    protected static MeasureTerms[] Rivals(ExclusionKey key) =>
        [
            new("a") { Exclusions = [new ExclusionTerms([1], key, Keep.Highest)] },
            new("b") { Exclusions = [new ExclusionTerms([0], key, Keep.Highest)] },
        ];

    protected static Claim Claim(int measure, long gross) => Claim(measure, gross, new ClaimKeys(0));

    protected static Claim Claim(int measure, long gross, ClaimKeys keys, params long[] caps) =>
        new("", measure, keys, Year) { Gross = gross, Caps = [.. caps.Select(cap => new Room(cap, 0))] };

    protected static SettlementResult Settled(IReadOnlyList<MeasureTerms> measures, params Claim[] claims) =>
        Settle.Claims(new SettlementInput(measures, claims));

    protected static IEnumerable<long> Yuan(SettlementResult result) => result.Awards.Select(award => award.Yuan);
}
