// What funds can pay of the claims of several years, as limits on sums.
using BudgetSim.Allocation.Settlement;

namespace BudgetSim.Simulation.Certificates;

/// <summary>
/// The claims of the years from <paramref name="First"/> to <paramref name="Last"/> on a fund get together at most <paramref name="Yuan"/>.
/// </summary>
internal sealed record FundLimit(int Fund, int First, int Last, long Yuan)
{
    /// <summary>Whether claims of <paramref name="year"/> count.</summary>
    public bool Covers(int year) => year >= First && year <= Last;

    /// <summary>
    /// The limits of all funds that cut. A year's claims can be paid from its own money, from later years' where claims wait, and from
    /// earlier years' where money waits; for such nested choices the limits on sums are all there is (Hall's condition).
    /// </summary>
    public static IEnumerable<FundLimit> Of(SettlementInput input) =>
        input.Appropriations.GroupBy(appropriation => appropriation.Fund)
            .SelectMany(fund => OfFund(input.Funds[fund.Key], fund.Key, [.. fund]));

    /// <summary>
    /// How much of the demand stays unpaid at the end, by year in order: <paramref name="demand"/> is what claims of a fund and year (null:
    /// all years) ask.
    /// </summary>
    public static long Unpaid(SettlementInput input, Func<int, int?, long> demand)
    {
        ArgumentNullException.ThrowIfNull(demand);
        return input.Appropriations.GroupBy(appropriation => appropriation.Fund)
            .Where(fund => Cuts(input.Funds[fund.Key]))
            .Sum(fund => UnpaidOf(input.Funds[fund.Key].CarryOver, [.. fund.OrderBy(appropriation => appropriation.Year)], demand));
    }

    private static bool Cuts(FundTerms fund) => fund.Shortage != ShortageRule.Report && fund.CarryOver?.Claims != LeftOverClaims.ToppedUp;

    private static IEnumerable<FundLimit> OfFund(FundTerms fund, int index, List<Appropriation> money)
    {
        if (!Cuts(fund)) return [];
        long Between(int first, int last) =>
            money.Where(each => each.Year is { } year && year >= first && year <= last).Sum(each => each.Yuan);
        var undated = money.Where(each => each.Year is null).Select(each => new FundLimit(index, int.MinValue, int.MaxValue, each.Yuan));
        var years = money.Where(each => each.Year is not null).Select(each => each.Year!.Value).ToList();
        var (waits, keeps) = (fund.CarryOver?.KeepsClaims == true, fund.CarryOver?.KeepsMoney == true);
        var last = years.Count == 0 ? 0 : years.Max();
        var dated = (waits, keeps) switch
        {
            (true, true) => years.Count == 0 ? [] : new[] { new FundLimit(index, years.Min(), last, Between(years.Min(), last)) },
            (true, false) => years.Select(year => new FundLimit(index, year, last, Between(year, last))),
            (false, true) => years.Select(year => new FundLimit(index, years.Min(), year, Between(years.Min(), year))),
            _ => years.Select(year => new FundLimit(index, year, year, Between(year, year))),
        };
        return undated.Concat(dated);
    }

    private static long UnpaidOf(CarryOver? carryOver, List<Appropriation> money, Func<int, int?, long> demand)
    {
        long unpaid = 0, waiting = 0, kept = 0;
        foreach (var each in money)
        {
            var (due, available) = (waiting + demand(each.Fund, each.Year), kept + each.Yuan);
            var open = Math.Max(0, due - available);
            kept = carryOver?.KeepsMoney == true ? Math.Max(0, available - due) : 0;
            waiting = carryOver?.KeepsClaims == true ? open : 0;
            unpaid += carryOver?.KeepsClaims == true ? 0 : open;
        }

        return unpaid + waiting;
    }
}
