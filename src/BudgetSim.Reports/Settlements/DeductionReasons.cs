// Says of every deduction which ceiling, claim, fund or decision caused it, and on which article it rests.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Measures;
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Reports.Settlements;

/// <summary>The reasons of one settlement.</summary>
internal sealed class DeductionReasons(SettledFiling settled)
{
    /// <summary>A deduction with its reason.</summary>
    public LineDeduction Of(Deduction deduction)
    {
        var measure = MeasureOf(deduction.Claim);
        var (reason, article) = deduction.Stage switch
        {
            DeductionStage.OnceRule =>
                (Joined(deduction.Stage, $"已由申报 {IdOf(deduction.Detail)} 享受", $"claim {IdOf(deduction.Detail)} is the same award"),
                 measure.Article),
            DeductionStage.Exclusion or DeductionStage.LaneChoice or DeductionStage.LoanExclusion =>
                (Joined(
                    deduction.Stage,
                    $"由申报 {IdOf(deduction.Detail)} 享受（{MeasureOf(deduction.Detail).Title.Zh}）",
                    $"claim {IdOf(deduction.Detail)} stays ({MeasureOf(deduction.Detail).Title.En})"),
                 Source(deduction)),
            DeductionStage.PrincipalCap => (Principal(deduction.Claim), measure.Article),
            DeductionStage.OwnCap or DeductionStage.SharedCap or DeductionStage.GroupCap => (Ceiling(deduction), measure.Article),
            DeductionStage.UpliftBudget =>
                (StageWords.Of(deduction.Stage), measure.Uplift?.Source is { Length: > 0 } uplift ? uplift : measure.Article),
            DeductionStage.Discretion => (Discretion(deduction.Claim), measure.Article),
            DeductionStage.BudgetLine =>
                (Joined(
                    deduction.Stage,
                    $"余额 {Exact(settled.Input.BudgetLines[deduction.Detail]).Zh}",
                    $"{Exact(settled.Input.BudgetLines[deduction.Detail]).En} left"),
                 measure.Priority?.Source ?? measure.Article),
            DeductionStage.Fund => (Fund(deduction), measure.Article),
            _ => (StageWords.Of(deduction.Stage), measure.Article),
        };
        return new LineDeduction(deduction.Stage, Money.FromYuan(deduction.Yuan), reason, article);
    }

    private Measure MeasureOf(int claim) => settled.Filing.Claims[claim].Measure.Measure;

    private string IdOf(int claim) => settled.Filing.Claims[claim].Id;

    // The article that forbids the two together stands on one of the two measures.
    private string Source(Deduction deduction)
    {
        var (loser, winner) = (MeasureOf(deduction.Claim), MeasureOf(deduction.Detail));
        bool Fits(Exclusion exclusion) => deduction.Stage switch
        {
            DeductionStage.LaneChoice => exclusion.Key == ExclusionKey.Project,
            DeductionStage.LoanExclusion => exclusion.Key == ExclusionKey.Loan,
            _ => exclusion.Key is not (ExclusionKey.Project or ExclusionKey.Loan),
        };
        var source = loser.Exclusions.FirstOrDefault(exclusion => Fits(exclusion) && exclusion.With.Contains(winner.Id))
            ?? winner.Exclusions.FirstOrDefault(exclusion => Fits(exclusion) && exclusion.With.Contains(loser.Id))
            ?? loser.Exclusions.FirstOrDefault(Fits);
        return source is { Source.Length: > 0 } ? source.Source : loser.Article;
    }

    private Text Principal(int claim)
    {
        var rooms = settled.Entitlements[claim].Principal?.Caps ?? [];
        if (rooms.Count == 0) return StageWords.Of(DeductionStage.PrincipalCap);
        var cap = Yuan(rooms.Select(room => room.Amount).Min());
        return Joined(DeductionStage.PrincipalCap, $"计息本金不超过 {cap.Zh}（含其他申报已用）", $"interest on at most {cap.En}, other claims included");
    }

    private Text Ceiling(Deduction deduction)
    {
        if (deduction.Detail < 0) return StageWords.Of(deduction.Stage);
        var cap = MeasureOf(deduction.Claim).Caps[deduction.Detail];
        var room = settled.Entitlements[deduction.Claim].Caps[deduction.Detail];
        var (amount, scope) = (Yuan(room.Amount), PerText.Of(cap));
        var used = deduction.Stage == DeductionStage.SharedCap ? new Text("，扣除已用部分", ", less what was used of it") : Text.Empty;
        return Joined(deduction.Stage, $"{scope.Zh}最高 {amount.Zh}", $"at most {amount.En} {scope.En}") + used;
    }

    private Text Discretion(int claim)
    {
        var entitlement = settled.Entitlements[claim];
        var ratio = QuantityText.Format(entitlement.PayoutRatio * 100) + "%";
        if (entitlement.PayoutRatio != Fraction.One) return Joined(DeductionStage.Discretion, $"按 {ratio} 兑现", $"{ratio} is granted");
        return entitlement.Assessed is { } assessed
            ? Joined(DeductionStage.Discretion, $"核定 {Exact(assessed).Zh}", $"assessed at {Exact(assessed).En}")
            : StageWords.Of(DeductionStage.Discretion);
    }

    private Text Fund(Deduction deduction)
    {
        var year = settled.Input.Claims[deduction.Claim].Year;
        var outcome = settled.Result.Funds
            .FirstOrDefault(fund => fund.Fund == deduction.Detail && fund.Year == year) ?? settled.Result.Funds
                .FirstOrDefault(fund => fund.Fund == deduction.Detail && fund.Year is null);
        var name = settled.Filing.Terms.Library.Funds[settled.Filing.Terms.Funds[deduction.Detail].Id].Name;
        var (available, claimed) = (Exact(outcome?.Appropriation ?? 0), Exact(outcome?.Claimed ?? 0));
        return new Text(
            $"资金不足：{name.Zh}可用 {available.Zh}，应付 {claimed.Zh}", $"fund short: {name.En} has {available.En}, {claimed.En} is due");
    }

    private static Text Joined(DeductionStage stage, string zh, string en) => StageWords.Of(stage) + new Text("：" + zh, ": " + en);

    private static Text Exact(Fraction amount) => new(ExpressionText.Exact(amount).Zh, ExpressionText.Exact(amount).En);

    private static Text Yuan(Fraction amount) => new(QuantityText.FormatYuan(amount), QuantityText.FormatYuanInEnglish(amount));
}
