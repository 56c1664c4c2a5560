// Names that break careless writers.
namespace BudgetSim.Reports.Tests;

internal static class Hostile
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "=1+1", "+86 591", "@SUM(A1)", "-5", "\t缩进", "换\n行", "回\r\n车", "\"引号\"", "'单引号", "a,b;c", "<script>alert(1)</script>",
        "</script><img src=x onerror=alert(1)>",
        "<!-- 注释", "\u202Eright-to-left\u202C", "שלום 公司", "🚀🧑‍🏭 火箭", "&amp; & &lt;", "_x0041_ 转义", "\u0001\u0000控制", "]]> cdata",
        "{{ template }}", "\uD83D 半个代理", "${x} `反引号`", new string('长', 500),
        "＝全角等号", "History", "a/b\\c:d*e?f[g]",
    ];
}
