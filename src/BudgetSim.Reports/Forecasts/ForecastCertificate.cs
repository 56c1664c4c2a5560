// Says what was proved about a run, in words and with the figures.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Certificates;

namespace BudgetSim.Reports.Forecasts;

/// <summary>The certificate of a run.</summary>
internal static class ForecastCertificate
{
    public static Certificate? From(RunOutcome outcome)
    {
        if (outcome.Certificate is not { } sample) return null;
        return new Certificate(sample.Holds, Statement(sample, outcome.Solver) + LeftOut(sample))
        {
            Details = [new Text(
                "每次抽查把通道选择、贷款不重复、各级限额和资金放进一个整数规划重新求最优，与结算逐元比较。",
                "Each check puts lanes, loans, ceilings and funds into one integer program, solves it to the optimum, and compares with the settlement to the yuan."),
                new Text(
                "求解器给出的方案在求解器之外用整数逐行复核，合计重新计算；不存在更好的方案由求解器证明，所用方法见下表。",
                "That the solver's answer keeps every row, and its total, are recomputed outside the solver in whole numbers; that nothing is better is the solver's proof, by the method in the table.")],
            Table = new ReportTable(
                "certificate",
                new Text("逐次核验", "Checks"),
                [
                    ForecastTables.Of("replication", "模拟序号", "Replication", ColumnKind.Count),
                    ForecastTables.Of("settlement", "结算", "Settlement", ColumnKind.Yuan),
                    ForecastTables.Of("solver", "求解器", "Solver", ColumnKind.Yuan),
                    ForecastTables.Of("difference", "差额", "Difference", ColumnKind.Yuan),
                    ForecastTables.Of("left-out", "未纳入申报", "Claims left out", ColumnKind.Count),
                    ForecastTables.Of("claims", "申报", "Claims", ColumnKind.Count),
                    ForecastTables.Of("method", "求解方法", "Method", ColumnKind.Text),
                    ForecastTables.Of("remark", "说明", "Remark", ColumnKind.Text),
                ],
                [.. sample.Checks.Select(Row)])
            { Unit = MoneyUnit.Yuan },
        };
    }

    private static Text Statement(SampleCertificate sample, string solver) => sample switch
    {
        { Holds: true } =>
            new Text(
                $"{solver} 重新求解 {sample.Proved} 次模拟，最大差额 0 元。",
                $"{solver} re-solved {Figures.Counted(sample.Proved, "replication")}; the largest difference is 0 yuan."),
        { LargestDifference: { } difference } => new Text(
            $"{solver} 证明了 {sample.Checks.Count} 次中的 {sample.Proved} 次，最大差额 {difference} 元。",
            $"{solver} proved {sample.Proved} of {Figures.Counted(sample.Checks.Count, "replication")}; the largest difference is {difference} yuan."),
        _ => new Text($"未能核验：{FirstFailure(sample)}", $"Nothing was proved: {FirstFailure(sample)}"),
    };

    private static Text LeftOut(SampleCertificate sample) => sample.ClaimsLeftOut == 0 ? Text.Same("") : new Text(
        $"其中 {sample.ClaimsLeftOut:#,##0} 笔申报（共 {sample.Claims:#,##0} 笔）未纳入：其限额按顺序或按比例分配，没有最优可言。",
        $" {sample.ClaimsLeftOut:#,##0} of {Figures.Counted(sample.Claims, "claim")} {(sample.ClaimsLeftOut == 1 ? "was" : "were")} left out: their ceilings are shared by order or pro rata, so that there is no optimum to compare with.");

    private static string FirstFailure(SampleCertificate sample) => sample.Checks is [var first, ..] ? first.Failure : "";

    private static IReadOnlyList<Cell> Row(ReplicationCheck check) =>
    [
        Cell.Count(check.Replication), Cell.Of(Money.FromYuan(check.Statutory)),
        check.Solver is { } yuan ? Cell.Of(Money.FromYuan(yuan)) : Cell.Blank,
        check.Difference is { } difference ? Cell.Of(Money.FromYuan(difference)) : Cell.Blank, Cell.Count(check.ClaimsLeftOut),
        Cell.Count(check.Claims), Cell.Of(check.Method), Cell.Of(check.Failure),
    ];
}
