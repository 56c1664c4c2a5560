// The kinds of rules that lower an entitlement, in the order of the settlement, as charts name them.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Forecasts;

/// <summary>Stages that readers see as one step.</summary>
internal sealed record DeductionSteps(Text Name, IReadOnlyList<DeductionStage> Stages)
{
    /// <summary>Every step; every stage is in one of them.</summary>
    public static IReadOnlyList<DeductionSteps> All { get; } =
    [
        new(new("名额限制", "Quotas"), [DeductionStage.Quota]),
        new(
            new("一次性与不重复", "Once rules and non-duplication"),
            [DeductionStage.OnceRule, DeductionStage.Exclusion, DeductionStage.LaneChoice, DeductionStage.LoanExclusion]),
        new(new("贴息本金上限", "Principal ceilings"), [DeductionStage.PrincipalCap]),
        new(new("上浮资金不足", "Uplift beyond its budget"), [DeductionStage.UpliftBudget]),
        new(new("单项限额", "Own ceilings"), [DeductionStage.OwnCap]),
        new(new("共用限额", "Shared ceilings"), [DeductionStage.SharedCap, DeductionStage.GroupCap]),
        new(
            new("核定与补差", "Assessment and top-ups"),
            [
                DeductionStage.Discretion,
                DeductionStage.TopUp,
                DeductionStage.OtherPolicy,
                DeductionStage.BudgetLine,
                DeductionStage.Rounding,
            ]),
        new(new("资金按比例压减", "Cut by the fund"), [DeductionStage.Fund]),
        new(new("结转以后年度", "Carried beyond the last year"), [DeductionStage.Carried]),
    ];
}
