// The words by which people head the columns of a claims file, and the words they write for choices.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Scenarios.Claims;

/// <summary>What a column says of a claim beside the facts.</summary>
internal enum ClaimColumn
{
    Id,
    Measure,
    Enterprise,
    Project,
    Loan,
    Item,
    Event,
    Group,
    Park,
    Date,
}

/// <summary>Headings in both languages; of several headings for one thing the first that occurs counts.</summary>
internal static class ClaimWords
{
    /// <summary>Headings of each column, the surest first.</summary>
    public static IReadOnlyDictionary<ClaimColumn, string[]> Headings { get; } = new Dictionary<ClaimColumn, string[]>
    {
        [ClaimColumn.Id] = ["id", "claim_id", "claim", "申报编号", "申请编号", "编号", "序号"],
        [ClaimColumn.Measure] = ["measure", "measure_id", "条款", "政策条款", "申报条款", "条款编号"],
        [ClaimColumn.Enterprise] = ["enterprise", "applicant", "企业", "企业名称", "申报单位", "单位名称", "申报企业"],
        [ClaimColumn.Project] = ["project", "项目", "项目名称", "申报项目"],
        [ClaimColumn.Loan] = ["loan", "贷款", "贷款名称", "贷款编号", "贷款合同"],
        [ClaimColumn.Item] = ["item", "产品或平台", "产品或平台名称", "产品", "产品名称", "平台", "平台名称", "标的"],
        [ClaimColumn.Event] = ["event", "活动", "活动名称"],
        [ClaimColumn.Group] = ["group", "集团", "集团名称", "所属集团"],
        [ClaimColumn.Park] = ["park", "园区", "园区名称", "所在园区"],
        [ClaimColumn.Date] = ["date", "日期"],
    };

    /// <summary>Words for the choices of an attribute, beside the vocabulary's own.</summary>
    public static IReadOnlyDictionary<string, string> Choices { get; } = new Dictionary<string, string>
    {
        ["国家级"] = "national",
        ["国家"] = "national",
        ["省级"] = "province",
        ["省"] = "province",
        ["市级"] = "city",
        ["设区市级"] = "city",
        ["市"] = "city",
        ["县级"] = "county",
        ["区级"] = "county",
        ["县区级"] = "county",
        ["无"] = "none",
        ["否"] = "none",
        ["一等奖"] = "first",
        ["二等奖"] = "second",
        ["三等奖"] = "third",
        ["其他"] = "other",
    };

    /// <summary>Units in brackets behind a heading, and what one unit is.</summary>
    public static IReadOnlyDictionary<string, Fraction> Units { get; } = new Dictionary<string, Fraction>
    {
        ["元"] = 1,
        ["千元"] = 1_000,
        ["万元"] = 10_000,
        ["百万元"] = 1_000_000,
        ["亿元"] = 100_000_000,
        ["人民币元"] = 1,
        ["yuan"] = 1,
        ["%"] = Fraction.Of(1, 100),
        ["‰"] = Fraction.Of(1, 1000),
        ["月"] = 1,
        ["个月"] = 1,
        ["个"] = 1,
        ["家"] = 1,
        ["人"] = 1,
        ["项"] = 1,
        ["台"] = 1,
        ["套"] = 1,
        ["台套"] = 1,
        ["年"] = 1,
        ["平方米"] = 1,
        ["千瓦时"] = 1,
        ["是/否"] = 1,
    };

    /// <summary>Words of a row that sums up the others.</summary>
    public static IReadOnlyList<string> Totals { get; } = ["合计", "总计", "小计", "total", "Total", "TOTAL"];

    /// <summary>A heading as it is compared: no white space, ASCII brackets.</summary>
    public static string Plain(string heading) => string.Concat(heading.Where(sign => !char.IsWhiteSpace(sign)).Select(sign => sign switch
    {
        '（' or '【' => '(',
        '）' or '】' => ')',
        '％' => '%',
        '；' => ';',
        '，' => ',',
        _ => sign,
    }));

    /// <summary>What one unit of the numbers under a heading is.</summary>
    public static Fraction UnitOf(string heading) =>
        Units.TryGetValue(WithoutRemark(Plain(heading)).Remark, out var unit) ? unit : Fraction.One;

    /// <summary>A heading without the remark in brackets at its end, and that remark.</summary>
    public static (string Name, string Remark) WithoutRemark(string plain)
    {
        var open = plain.LastIndexOf('(');
        return open > 0 && plain.EndsWith(')') ? (plain[..open], plain[(open + 1)..^1]) : (plain, "");
    }
}
