// The words of charts, pages and workbooks in both languages, in one place.
using System.Text.Json;

namespace BudgetSim.Reports.Values;

/// <summary>Texts by key; the drawing script and the page's script take theirs from here too.</summary>
public static class Wording
{
    private static readonly SortedDictionary<string, Text> Texts = new(StringComparer.Ordinal)
    {
        ["outlay"] = new("支出", "Outlay"),
        ["amount"] = new("金额", "Amount"),
        ["clause"] = new("条款", "Clause"),
        ["year"] = new("年度", "Year"),
        ["step"] = new("步骤", "Step"),
        ["change"] = new("变动", "Change"),
        ["running-total"] = new("累计", "Running total"),
        ["mean"] = new("均值", "Mean"),
        ["p5"] = new("P5", "P5"),
        ["p25"] = new("P25", "P25"),
        ["p50"] = new("P50", "P50"),
        ["p75"] = new("P75", "P75"),
        ["p90"] = new("P90", "P90"),
        ["p95"] = new("P95", "P95"),
        ["paid"] = new("实际兑现", "Paid"),
        ["p5-p95"] = new("P5 至 P95", "P5 to P95"),
        ["p50-p90"] = new("P50 至 P90", "P50 to P90"),
        ["p25-p75"] = new("P25 至 P75", "P25 to P75"),
        ["appropriation"] = new("预算额度", "Appropriation"),
        ["exceedance"] = new("支出超过该金额的概率", "Probability that outlay exceeds the amount"),
        ["probability"] = new("概率", "Probability"),
        ["shortage-probability"] = new("资金不足的概率", "Probability of a shortage"),
        ["total"] = new("合计", "Total"),
        ["increase"] = new("增加", "Increase"),
        ["decrease"] = new("减少", "Decrease"),
        ["uncertain"] = new("区间含零，方向未定", "Interval contains zero"),
        ["baseline"] = new("基准", "Baseline"),
        ["low-setting"] = new("低取值", "Low setting"),
        ["high-setting"] = new("高取值", "High setting"),
        ["low-outlay"] = new("低取值下", "At low setting"),
        ["high-outlay"] = new("高取值下", "At high setting"),
        ["factor"] = new("因素", "Factor"),
        ["swing"] = new("变动幅度", "Swing"),
        ["value"] = new("数值", "Value"),
        ["no-value"] = new("无数据", "No data"),
        ["efficient"] = new("有效前沿", "Efficient frontier"),
        ["dominated"] = new("被支配方案", "Dominated"),
        ["setting"] = new("取值", "Setting"),
        ["chosen"] = new("选定方案", "Chosen"),
        ["option"] = new("方案", "Option"),
        ["position"] = new("位置", "Position"),
        ["equality"] = new("完全平均", "Equality"),
        ["gini"] = new("基尼系数", "Gini"),
        ["recipients-share"] = new("企业累计占比（按金额从小到大）", "Cumulative share of enterprises, smallest award first"),
        ["money-share"] = new("资金累计占比", "Cumulative share of money"),
        ["series"] = new("系列", "Series"),
        ["difference"] = new("差额", "Difference"),
        ["interval-low"] = new("95% 区间下限", "95% interval, low"),
        ["interval-high"] = new("95% 区间上限", "95% interval, high"),
        ["interval"] = new("95% 置信区间", "95% confidence interval"),
        ["bin"] = new("区间", "Range"),
        ["share-of-runs"] = new("模拟次数占比", "Share of replications"),
        ["replications"] = new("模拟次数", "Replications"),
        ["predicted"] = new("预测概率", "Predicted probability"),
        ["observed"] = new("实际频率", "Observed frequency"),
        ["cases"] = new("样本数", "Cases"),
        ["perfect"] = new("完全校准", "Perfect calibration"),
        ["horizontal"] = new("横轴", "Horizontal"),
        ["vertical"] = new("纵轴", "Vertical"),
        ["no-data"] = new("没有可显示的数据", "Nothing to show"),
        ["largest-shown"] = new("仅显示金额最大的若干项，其余见表格", "Only the largest are shown; the table has all"),
        ["summary"] = new("摘要", "Summary"),
        ["contents"] = new("目录", "Contents"),
        ["filing"] = new("报送测算表", "Estimation sheet for filing"),
        ["assumptions"] = new("假设及其依据", "Assumptions and their basis"),
        ["readings"] = new("条文理解（口径）", "Readings of the text"),
        ["certificate"] = new("核验证明", "Certificate"),
        ["manifest"] = new("复现信息", "How to repeat this run"),
        ["proved"] = new("已证明", "Proved"),
        ["not-proved"] = new("未证明", "Not proved"),
        ["item"] = new("项目", "Item"),
        ["figures-of-chart"] = new("图中数据", "Figures of this chart"),
        ["filter"] = new("筛选", "Filter"),
        ["filter-hint"] = new("输入文字筛选行", "Type to filter rows"),
        ["rows-shown"] = new("显示行数", "Rows shown"),
        ["sort-hint"] = new("点击列标题排序", "Choose a column heading to sort"),
        ["no-rows"] = new("（无）", "(none)"),
        ["more-rows"] = new("此处只列出部分行，全部数据见工作簿和 CSV 文件", "Only some rows are listed here; workbook and CSV hold all of them"),
        ["example-rows"] = new("纸上只印前30行，其余见页面和工作簿", "On paper only the first 30 rows; page and workbook have the others"),
        ["skip"] = new("跳到正文", "Skip to the content"),
        ["language"] = new("语言", "Language"),
        ["theme"] = new("显示", "Appearance"),
        ["theme-auto"] = new("跟随系统", "System"),
        ["theme-light"] = new("浅色", "Light"),
        ["theme-dark"] = new("深色", "Dark"),
        ["print"] = new("打印", "Print"),
        ["notes"] = new("说明", "Notes"),
        ["exact-yuan"] = new("精确值（元）", "Exact, yuan"),
        ["at-least"] = new("至少", "At least"),
        ["page-of"] = new("第 &P 页，共 &N 页", "Page &P of &N"),
        ["pictures"] = new("图表", "Charts"),
        ["needs-script"] = new("图表需要启用脚本；数据见各图下方的表格。", "Charts need scripts; their figures are in the tables below each."),
    };

    /// <summary>All keys, in order.</summary>
    public static IEnumerable<string> Keys => Texts.Keys;

    /// <summary>The text of a key.</summary>
    /// <exception cref="KeyNotFoundException">There is none: a fault in this program.</exception>
    public static Text Of(string key) =>
        Texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"no wording for '{key}'");

    /// <summary>All texts as <c>{"key": {"zh", "en"}}</c>, safe inside a script element.</summary>
    public static string ToJson() => AllAsJson.Value;

    private static readonly Lazy<string> AllAsJson = new(() =>
        JsonSerializer.Serialize(Texts.ToDictionary(pair => pair.Key, pair => new { zh = pair.Value.Zh, en = pair.Value.En })));
}
