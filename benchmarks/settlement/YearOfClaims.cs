// Makes one year's claims: lanes, shared ceilings, loans, groups and three funds that are too small.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Benchmarks.Settlement;

/// <summary>A claim list drawn by a fixed recurrence, so that every machine settles the same one.</summary>
internal static class YearOfClaims
{
    private const int Year = 2026, ClaimsPerEnterprise = 3;
    private static readonly Room[] Nothing = [];

    private static readonly MeasureTerms[] Measures =
    [
        Lane("lane-a", fund: 0, new CapTerms(CapScope.EnterpriseYear, true, [0, 2]), 1, 2),
        Lane("lane-b", fund: 1, new CapTerms(CapScope.Project, false, [1]), 0),
        Lane("lane-c", fund: 0, new CapTerms(CapScope.EnterpriseYear, true, [2, 0]), 0),
        Loan("loan-a", fund: 1, 4),
        Loan("loan-b", fund: 2, 3),
        new("fixed") { OnceKeys = [OnceKey.Enterprise], Fund = 2 },
        new("rate") { IsCeiling = true, Caps = [new CapTerms(CapScope.EnterpriseYear, true, [6])], Fund = 2 },
        new("group") { Caps = [new CapTerms(CapScope.Group, true, [7])], Fund = 1 },
    ];

    public static SettlementInput Of(int claims)
    {
        var draw = new Recurrence(20260101);
        var list = new Claim[claims];
        for (var index = 0; index < claims; index++) list[index] = ClaimOf(index, Math.Max(1, claims / ClaimsPerEnterprise), draw);
        var each = claims * 60_000L;
        return new SettlementInput(Measures, list)
        {
            Funds = [new("fund-a", ShortageRule.ProRata), new("fund-b", ShortageRule.ProRataCeilings), new("fund-c", ShortageRule.ProRata)],
            Appropriations = [new(0, Year, each), new(1, Year, each / 2), new(2, Year, each / 4)],
            Payers = ["city", "county"],
        };
    }

    private static Claim ClaimOf(int index, int enterprises, Recurrence draw)
    {
        var measure = draw.Below(Measures.Length);
        var enterprise = draw.Below(enterprises);
        var keys = new ClaimKeys(
            enterprise,
            Project: (enterprise * 2) + draw.Below(2),
            Loan: measure is 3 or 4 ? enterprise : -1,
            Group: measure == 7 ? enterprise / 10 : -1);
        var amount = Fraction.Of(100_000 + draw.Below(3_000_000), 3);
        return new Claim("", measure, keys, Year)
        {
            Gross = amount,
            Principal = measure is 3 or 4
                ? new PrincipalClaim(amount * 30, Fraction.Of(1, 50), [new Room(20_000_000, Fraction.Zero)])
                : null,
            Caps = measure is 3 or 4 or 5 ? Nothing : [new Room(measure == 7 ? 3_000_000 : 1_500_000, Fraction.Zero)],
            Payers = index % 2 == 0
                ? [new ClaimPayer(0, Fraction.One)]
                : [new ClaimPayer(0, Fraction.Of(1, 2)), new ClaimPayer(1, Fraction.Of(1, 2))],
        };
    }

    private static MeasureTerms Lane(string id, int fund, CapTerms cap, params int[] rivals) =>
        new(id) { Caps = [cap], Fund = fund, Exclusions = [new ExclusionTerms(rivals, ExclusionKey.Project, Keep.Highest)] };

    private static MeasureTerms Loan(string id, int fund, int rival) =>
        new(id)
        {
            IsCeiling = true,
            PrincipalCaps = [new CapTerms(CapScope.EnterpriseYear, true, [rival == 4 ? 3 : 4])],
            Fund = fund,
            Exclusions = [new ExclusionTerms([rival], ExclusionKey.Loan, Keep.Highest)],
        };

    /// <summary>x(n+1) = 6364136223846793005 x(n) + 1442695040888963407 modulo 2^64 (Knuth); the high bits are drawn.</summary>
    private sealed class Recurrence(ulong seed)
    {
        private ulong _state = seed;

        public int Below(int count)
        {
            _state = unchecked((_state * 6364136223846793005UL) + 1442695040888963407UL);
            return (int)((_state >> 33) % (ulong)count);
        }
    }
}
