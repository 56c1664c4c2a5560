// Says why a claim is paid nothing, or why its amount is not known.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Claims;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Reports.Settlements;

/// <summary>One sentence per step at which a claim ends.</summary>
internal static class LineReasons
{
    public static Text Of(SettlementLine line, Entitlement entitlement, FailedConditions failures, FiledClaim filed) => line.State switch
    {
        LineState.Paid => Text.Empty,
        LineState.Undetermined => Unknown(entitlement, filed),
        LineState.NotEligible => NotEligible(entitlement, failures, filed),
        _ when entitlement.IsUndetermined => new Text("与另一申报不可重复享受（金额未定）", "gives way to another claim (its amount is not known)"),
        _ when line.Deductions.Count == 0 => new Text("按公式计算为0", "the formula gives 0"),
        _ => line.Deductions[^1].Reason,
    };

    private static Text NotEligible(Entitlement entitlement, FailedConditions failures, FiledClaim filed)
    {
        var measure = filed.Measure.Measure;
        return entitlement.Standing switch
        {
            Standing.OutsideValidity =>
                new Text(
                    $"日期不在有效期内（{measure.Validity.From} 至 {measure.Validity.To}）",
                    $"the date is outside the validity ({measure.Validity.From} to {measure.Validity.To})"),
            Standing.DraftNotInForce => new Text("征求意见稿未视为生效", "the document is a draft and is not treated as in force"),
            Standing.AlreadyPaid => new Text("一次性奖补，已兑现过", "paid once only, and it has been paid"),
            Standing.ExclusiveAwardTaken => new Text("已享受互斥奖补", "an award that excludes this one was taken"),
            Standing.OutsideQuota => new Text("名次不在名额之内", "the rank is outside the quota"),
            _ =>
                failures.Of(filed) is { } failed
                    ? new Text($"不符合条件：{failed.Zh}", $"a condition does not hold: {failed.En}")
                    : new Text("不符合条件", "a condition does not hold"),
        };
    }

    private static Text Unknown(Entitlement entitlement, FiledClaim filed)
    {
        if (entitlement.Standing == Standing.Entitled)
            return new Text("上浮资金是否足够不明", "it is not known whether the money for the uplift is enough");
        if (entitlement.Missing.Length == 0) return new Text("条文未定金额", "the text states no amount");
        var slot = filed.Measure.SlotOf(entitlement.Missing);
        string Name(string language) => slot < 0 ? entitlement.Missing : AttributeLabel.WithName(filed.Measure.Slots[slot], language);
        return entitlement.Standing == Standing.RankMissing
            ? new Text($"缺少名次：{Name("zh")}", $"the rank is missing: {Name("en")}")
            : new Text($"缺少数据：{Name("zh")}", $"a fact is missing: {Name("en")}");
    }
}
