// The words by which people head the columns of a history, and the words they write for the outcome of an application.
using BudgetSim.Scenarios.Claims;

namespace BudgetSim.Scenarios.Pools;

/// <summary>What a column of a history says.</summary>
internal enum HistoryColumn
{
    Year,
    Measure,
    Enterprise,
    Amount,
    Region,
    Claims,
    Entitled,
    Status,
    Id,
    Project,
    Loan,
    Item,
    Event,
    Park,
    Principal,
}

/// <summary>Headings in both languages; the first of each is the one that messages name.</summary>
internal static class HistoryWords
{
    /// <summary>Headings of each column.</summary>
    public static IReadOnlyDictionary<HistoryColumn, string[]> Headings { get; } = new Dictionary<HistoryColumn, string[]>
    {
        [HistoryColumn.Year] = ["year", "budget_year", "年度", "年份", "兑现年度", "预算年度"],
        [HistoryColumn.Measure] = ["measure", "measure_id", "条款", "政策条款", "申报条款", "条款编号", "奖补项目"],
        [HistoryColumn.Enterprise] = ["enterprise", "applicant", "企业", "企业名称", "申报单位", "单位名称", "申报企业", "受补助单位"],
        [HistoryColumn.Amount] = ["amount", "paid", "金额", "兑现金额", "兑付金额", "奖补金额", "补助金额", "拨付金额"],
        [HistoryColumn.Region] = ["region", "county", "县区", "区县", "地区", "所属县区", "县(市、区)"],
        [HistoryColumn.Claims] = ["claims", "count", "件数", "笔数", "户数", "兑现户数", "兑现件数"],
        [HistoryColumn.Entitled] = ["entitled", "符合条件户数", "应享受户数", "符合条件件数", "应享件数"],
        [HistoryColumn.Status] = ["status", "状态", "兑现状态", "结果"],
        [HistoryColumn.Id] = ["id", "claim_id", "编号", "申报编号", "序号"],
        [HistoryColumn.Project] = ClaimWords.Headings[ClaimColumn.Project],
        [HistoryColumn.Loan] = ClaimWords.Headings[ClaimColumn.Loan],
        [HistoryColumn.Item] = ClaimWords.Headings[ClaimColumn.Item],
        [HistoryColumn.Event] = ClaimWords.Headings[ClaimColumn.Event],
        [HistoryColumn.Park] = ClaimWords.Headings[ClaimColumn.Park],
        [HistoryColumn.Principal] = ["principal", "贴息本金", "已贴息本金", "贷款本金"],
    };

    /// <summary>Outcomes of an application; true: it was paid.</summary>
    public static IReadOnlyDictionary<string, bool> Outcomes { get; } = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase)
    {
        ["paid"] = true,
        ["已兑现"] = true,
        ["已兑付"] = true,
        ["已拨付"] = true,
        ["通过"] = true,
        ["rejected"] = false,
        ["withdrawn"] = false,
        ["pending"] = false,
        ["未兑现"] = false,
        ["未通过"] = false,
        ["不予兑现"] = false,
        ["已撤回"] = false,
        ["待兑现"] = false,
    };
}
