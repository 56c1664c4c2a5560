// Says a target of a design in words, with its limit.
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Designs;

namespace BudgetSim.Reports.Laboratory;

/// <summary>Targets as people say them; a command writes them shorter.</summary>
internal static class TargetText
{
    /// <summary>The result, the sign and the limit: <c>P95支出 ≤ 32,000.00万元</c>.</summary>
    public static Text Of(DesignTarget target)
    {
        var limit = target.IsShare ? Text.Same(Figures.Percent(target.Limit)) : Figures.Amount(LaboratoryText.Fen(target.Limit * 100));
        return ResultOf(target) + Text.Same(target.IsAtLeast ? " ≥ " : " ≤ ") + limit;
    }

    /// <summary>The result that is bounded, of one fund or of all.</summary>
    public static Text ResultOf(DesignTarget target)
    {
        var result = target.Result switch
        {
            TargetResult.Shortage => new Text("资金不足概率", "P(shortage)"),
            TargetResult.P95 => new Text("P95支出", "P95 outlay"),
            TargetResult.Mean => new Text("平均支出", "mean outlay"),
            _ => new Text("平均兑现比例", "mean ratio"),
        };
        return target.Fund is { } fund ? result + new Text($"（{fund}）", $" ({fund})") : result;
    }
}
