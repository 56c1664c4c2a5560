// Reads what a fund passes from one year to the next: claims that were not paid in full, money that was not spent.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>The part <c>carry_over</c> of a scenario: <c>fund: { claims: paid_first, money: carried }</c>.</summary>
internal static class CarryOverReader
{
    private static readonly Dictionary<string, LeftOverClaims> Claims = new()
    {
        ["lapse"] = LeftOverClaims.Lapse,
        ["paid_first"] = LeftOverClaims.PaidFirst,
        ["with_next_year"] = LeftOverClaims.WithNextYear,
        ["topped_up"] = LeftOverClaims.ToppedUp,
    };

    private static readonly Dictionary<string, bool> Money = new() { ["lapse"] = false, ["carried"] = true };

    public static CarryOver Read(NodeReader fund) => fund.As(fields => new CarryOver(
        fields.Child("claims")?.AsChoice(Claims) ?? LeftOverClaims.Lapse,
        fields.Child("money")?.AsChoice(Money) ?? false));

    /// <summary>Faults of funds that the policies do not have or that have no appropriation to pass on.</summary>
    public static IEnumerable<Diagnostic> Faults(ScenarioHeader header, LibraryTerms terms)
    {
        foreach (var fund in header.CarryOver.Keys)
        {
            if (terms.FundIndex(fund) < 0)
                yield return Fault(
                    header,
                    fund,
                    $"the policies of this scenario have no fund '{fund}' to carry over",
                    NearestName.Hint(fund, terms.Funds.Select(known => known.Id)));
            else if (header.Years.FirstOrDefault(year => !header.Funds
                .Any(money => money.Fund == fund && money.Year == year)) is var missing and > 0)
                yield return Fault(
                    header,
                    fund,
                    $"the carry-over of '{fund}' needs an appropriation for every year, and {missing} has none",
                    "add it under funds");
        }
    }

    private static Diagnostic Fault(ScenarioHeader header, string fund, string message, string hint) =>
        Diagnostic.Error(header.WhereOf("carry_over", fund), "BS356", message, hint);
}
