// Draws small random settlements from a seed, for laws that hold on every one of them.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

/// <summary>Settlements of up to seven claims; the same seed gives the same one.</summary>
internal static class RandomClaims
{
    public const int Year = 2026;

    /// <summary>Only lanes under ceilings of the enterprise and the project: whole yuan, no loans, no uplift, no funds.</summary>
    public static SettlementInput Lanes(int seed)
    {
        var random = new System.Random(seed);
        var count = random.Next(2, 5);
        var measures = Enumerable.Range(0, count).Select(measure => new MeasureTerms($"m{measure}")
        {
            Caps = [new CapTerms(random.Next(2) == 0 ? CapScope.EnterpriseYear : CapScope.Project, true, Drawers(random, measure, count))],
            Exclusions = [new ExclusionTerms(
                [.. Enumerable.Range(0, count).Where(other => other != measure && random.Next(3) > 0)], ExclusionKey.Project,
                Keep.Highest)],
        }).ToList();
        var claims = Enumerable.Range(0, random.Next(2, 8))
            .Select(index => new Claim($"c{index}", random.Next(count), new ClaimKeys(random.Next(2), Project: random.Next(3)), Year)
            {
                Gross = random.Next(0, 100),
                Caps = [new Room(random.Next(20, 120), 0)],
            });
        return new SettlementInput(measures, [.. claims]);
    }

    private static int[] Drawers(System.Random random, int measure, int count) =>
        random.Next(2) == 0 ? [measure] : [measure, (measure + 1) % count];
}
