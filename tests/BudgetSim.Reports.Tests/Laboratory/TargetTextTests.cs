// Targets of a design are said in words, with amounts as every other sentence has them.
using BudgetSim.Reports.Laboratory;
using BudgetSim.Scenarios.Laboratory.Designs;

namespace BudgetSim.Reports.Tests.Laboratory;

public sealed class TargetTextTests
{
    [Theory]
    [InlineData("P95<=3.2亿", "P95支出 ≤ 32,000.00万元", "P95 outlay ≤ 320.00 million yuan")]
    [InlineData("P(shortage)<=5%", "资金不足概率 ≤ 5.00%", "P(shortage) ≤ 5.00%")]
    [InlineData("mean ratio city_fund>=90%", "平均兑现比例（city_fund） ≥ 90.00%", "mean ratio (city_fund) ≥ 90.00%")]
    public void Target_IsSaidInBothLanguages(string written, string zh, string en)
    {
        var text = TargetText.Of(DesignTarget.Read(written).Value!);
        Assert.Equal((zh, en), (text.Zh, text.En));
    }
}
