// Checks appropriations that a reform or a varied path gives.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>Steps of the kind <see cref="ReformStep.Money"/>.</summary>
internal static class MoneyCheck
{
    /// <summary>What is wrong with a step; null if nothing is.</summary>
    public static Diagnostic? Fault(ReformStep.Money money, ScenarioModel model)
    {
        if (model.Terms.FundIndex(money.Fund) < 0) return Unknown(money, [.. model.Terms.Funds.Select(fund => fund.Id)]);
        return money.Yuan is < 0 or > FundMoney.Most || !money.Of(model.Years).Any()
            ? Bad(money.Where, model.Years, money.NewText, money.Year)
            : null;
    }

    /// <summary>An appropriation that is no amount.</summary>
    public static Diagnostic NoAmount(ReformStep.Change change, ScenarioModel model) =>
        Bad(change.Where, model.Years, Shown.Node(change.Value), null);

    private static Diagnostic Unknown(ReformStep.Money money, IReadOnlyList<string> funds)
    {
        // A part of a fund's name is nearer to it than any count of letters says.
        var near = funds.FirstOrDefault(fund => money.Fund.Length > 2
            && fund.Contains(money.Fund, StringComparison.OrdinalIgnoreCase)) is { } whole
            ? $"did you mean '{whole}'?"
            : NearestName.Hint(money.Fund, funds);
        return Diagnostic.Error(
            money.Where,
            "BS510",
            $"the policies of this scenario have no fund '{money.Fund}'",
            near.Length > 0 ? near : $"known there: {Shown.Names(funds)}");
    }

    private static Diagnostic Bad(Place where, IReadOnlyList<int> years, string found, int? of) =>
        Diagnostic.Error(
            where,
            "BS511",
            $"an appropriation lies from 0 to 2^53 yuan and is for a year from {years[0]} to {years[^1]}, found {found}{(of is { } year ? $" for {year}" : "")}");
}
