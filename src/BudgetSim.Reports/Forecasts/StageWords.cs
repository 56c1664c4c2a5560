// The names of the steps at which something is taken off.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Forecasts;

/// <summary>One word per step, in both languages.</summary>
public static class StageWords
{
    private static readonly Dictionary<DeductionStage, Text> Words = new()
    {
        [DeductionStage.Quota] = new("名额之外", "outside the quota"),
        [DeductionStage.OnceRule] = new("一次性", "paid once"),
        [DeductionStage.Exclusion] = new("不重复享受", "non-duplication"),
        [DeductionStage.LaneChoice] = new("同一项目择一", "one lane per project"),
        [DeductionStage.LoanExclusion] = new("同一贷款择一", "one subsidy per loan"),
        [DeductionStage.PrincipalCap] = new("贴息本金上限", "principal ceiling"),
        [DeductionStage.UpliftBudget] = new("上浮资金不足", "uplift budget"),
        [DeductionStage.OwnCap] = new("单项限额", "own ceiling"),
        [DeductionStage.SharedCap] = new("共用限额", "shared ceiling"),
        [DeductionStage.Discretion] = new("主管部门核定", "assessed by the authority"),
        [DeductionStage.TopUp] = new("补差", "top-up"),
        [DeductionStage.OtherPolicy] = new("其他政策已享受", "other policy"),
        [DeductionStage.Rounding] = new("取整", "rounding"),
        [DeductionStage.GroupCap] = new("集团限额", "group ceiling"),
        [DeductionStage.BudgetLine] = new("预算项目不足", "budget line"),
        [DeductionStage.Fund] = new("资金按比例压减", "cut by the fund"),
        [DeductionStage.Carried] = new("结转以后年度", "carried beyond the last year"),
    };

    /// <summary>The word for a step.</summary>
    public static Text Of(DeductionStage stage) => Words[stage];
}
