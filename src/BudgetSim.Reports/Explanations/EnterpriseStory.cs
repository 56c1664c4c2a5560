// The money path of one enterprise: what each of its claims was given, what was taken off, and who pays.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Explanations;

/// <summary>All claims of one enterprise in a run or a payout; <paramref name="Context"/> says in which.</summary>
public sealed record EnterpriseStory(string Enterprise, Text Context, IReadOnlyList<StoryClaim> Claims)
{
    /// <summary>The sum of the awards that are outlays and known.</summary>
    public Money Total => Claims.Where(claim => claim.IsOutlay).Aggregate(Money.Zero, (sum, claim) => sum + (claim.Award ?? Money.Zero));

    /// <summary>Whether an outlay is not known, so that the total is a lower bound.</summary>
    public bool IsLowerBound => Claims.Any(claim => claim.IsOutlay && claim.Award is null);

    /// <summary>How much, for how many claims, and who pays.</summary>
    public IReadOnlyList<Text> Summary()
    {
        var total = Figures.Exact(Total);
        var least = IsLowerBound ? new Text("至少 ", "at least ") : Text.Empty;
        var paid = Claims.Count(claim => claim.Award is { Fen: > 0 });
        var sentences = new List<Text>
        {
            Context,
            new Text(
                $"{Enterprise} 申报 {Claims.Count} 笔，兑现 {paid} 笔，合计 {least.Zh}{total.Zh}。",
                $"{Enterprise} filed {Figures.Counted(Claims.Count, "claim")}; {paid} {(paid == 1 ? "is" : "are")} paid, {least.En}{total.En} in all."),
        };
        sentences.AddRange(Claims.Where(claim => claim.Award is not { Fen: > 0 }).Select(claim => claim.Verdict()));
        var payers = Claims.SelectMany(claim => claim.Payers).GroupBy(payer => payer.Name)
            .Select(group => (group.Key, Sum: Figures.Exact(group.Aggregate(Money.Zero, (sum, payer) => sum + payer.Amount))))
            .ToList();
        if (payers.Count > 0)
            sentences.Add(new Text(
                "承担：" + string.Join("，", payers.Select(payer => $"{payer.Key.Zh} {payer.Sum.Zh}")) + "。",
                "Paid by " + string.Join(", ", payers.Select(payer => $"{payer.Key.En} {payer.Sum.En}")) + "."));
        return sentences;
    }
}
