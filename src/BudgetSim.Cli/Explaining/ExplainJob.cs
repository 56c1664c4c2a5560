// Tells the money path of one enterprise in one replication of a run, in the order of the settlement.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Forecasts;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Cli.Explaining;

/// <summary>Draws the replication again (a draw is a function of seed and place) and explains each claim of the enterprise.</summary>
internal static class ExplainJob
{
    /// <summary>One tree per claim of enterprise <paramref name="enterprise"/>; empty if it filed none in that replication.</summary>
    public static IReadOnlyList<ExplanationStep> Claims(ScenarioModel model, int replication, int enterprise)
    {
        var facts = new List<Value[]>();
        var input = new Replicate(model).Claims(replication, facts);
        var result = Settle.Claims(input);
        var own = Enumerable.Range(0, input.Claims.Count).Where(position => input.Claims[position].Keys.Enterprise == enterprise);
        return [.. own.Select(position => Tree(model, input, result, position, facts[position]))];
    }

    private static ExplanationStep Tree(ScenarioModel model, SettlementInput input, SettlementResult result, int position, Value[] frame)
    {
        var measure = model.Terms.Compiled[input.Claims[position].Measure];
        var award = result.Awards[position];
        var taken = result.Deductions.Where(deduction => deduction.Claim == position).ToList();
        var amount = award.IsUndetermined ? "UNDETERMINED" : QuantityText.FormatYuan(award.Yuan);
        return new ExplanationStep("measure", new Bilingual(
            $"{position + 1} {measure.Measure.Id} {measure.Measure.Title.In("zh")}（{measure.Measure.Article}）：{amount}",
            $"{position + 1} {measure.Measure.Id} {measure.Measure.Title.In("en")} ({measure.Measure.Article}): {amount}"))
        {
            Source = measure.Measure.Article,
            Parts = [.. Entitlement(input.Claims[position], measure, frame), .. Deductions(model, input, taken, award.Yuan)],
        };
    }

    private static IEnumerable<ExplanationStep> Entitlement(Claim claim, CompiledMeasure measure, Value[] frame)
    {
        if (!claim.IsGiven) return ExplainEntitlement.From(Entitle.FromFacts(measure, frame), frame);
        var amount = QuantityText.Format(claim.Gross);
        return [new ExplanationStep("given", new Bilingual($"金额按往年兑现拟合抽取：{amount} 元", $"amount drawn from what was paid in past years: {amount} yuan"))];
    }

    private static IEnumerable<ExplanationStep> Deductions(ScenarioModel model, SettlementInput input, List<Deduction> taken, long paid)
    {
        var left = taken.Sum(deduction => deduction.Yuan) + paid;
        for (var index = 0; index < taken.Count; index++)
        {
            left -= taken[index].Yuan;
            yield return Step(model, input, taken[index]) with { Yuan = left, Decides = index == taken.Count - 1 };
        }
    }

    private static ExplanationStep Step(ScenarioModel model, SettlementInput input, Deduction deduction)
    {
        var stage = StageWords.Of(deduction.Stage);
        var why = Why(model, input, deduction);
        var amount = QuantityText.FormatYuan(Math.Abs(deduction.Yuan));
        return new ExplanationStep("deduction", new Bilingual($"{stage.Zh}{why.Zh}{(deduction.Yuan < 0 ? "加" : "减")} {amount}", $"{stage.En}{why.En} {(deduction.Yuan < 0 ? "adds" : "takes off")} {amount}"));
    }

    private static Bilingual Why(ScenarioModel model, SettlementInput input, Deduction deduction)
    {
        var claim = input.Claims[deduction.Claim];
        if (deduction.Detail < 0) return new Bilingual("", "");
        switch (deduction.Stage)
        {
            case DeductionStage.OnceRule or DeductionStage.Exclusion or DeductionStage.LaneChoice or DeductionStage.LoanExclusion:
                var winner = model.Terms.Measures[input.Claims[deduction.Detail].Measure].Id;
                var source = Source(model, claim, winner);
                return new Bilingual($"（兑现第 {deduction.Detail + 1} 笔 {winner}{source}）", $" (claim {deduction.Detail + 1}, {winner}, is paid instead{source})");
            case DeductionStage.OwnCap or DeductionStage.SharedCap or DeductionStage.GroupCap:
                var per = PerText.Of(model.Terms.Compiled[claim.Measure].Measure.Caps[deduction.Detail]);
                var amount = QuantityText.FormatYuan(claim.Caps[deduction.Detail].Amount);
                return new Bilingual($"（{per.Zh} {amount}）", $" ({per.En} {amount})");
            case DeductionStage.Fund:
                return new Bilingual($"（{model.Terms.Funds[deduction.Detail].Id}）", $" ({model.Terms.Funds[deduction.Detail].Id})");
            default:
                return new Bilingual("", "");
        }
    }

    private static string Source(ScenarioModel model, Claim claim, string winner)
    {
        var source = model.Terms.Compiled[claim.Measure].Measure.Exclusions.FirstOrDefault(exclusion => exclusion.With.Contains(winner))?.Source;
        return source is null ? "" : ", " + source;
    }
}
