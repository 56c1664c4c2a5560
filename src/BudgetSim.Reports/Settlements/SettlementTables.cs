// The tables of a payout.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Rules;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Settlements;

/// <summary>Awards, deductions, what is not paid, totals per measure, payers, funds, and facts a roster lacks; amounts in yuan.</summary>
public static class SettlementTables
{
    private static readonly Dictionary<LineState, Text> States = new()
    {
        [LineState.Paid] = new("兑现", "paid"),
        [LineState.NothingLeft] = new("扣减为零", "nothing left"),
        [LineState.NotEligible] = new("不符合条件", "not eligible"),
        [LineState.Undetermined] = new("金额未定", "undetermined"),
    };

    private static readonly Cell Unknown = Cell.Missing(new Text("未定", "undetermined"));

    /// <summary>One row per claim with a column for every payer; entitlement less deductions is the award.</summary>
    public static ReportTable Awards(SettlementBook book) => Table(
        "awards",
        new Text("逐笔兑现", "Awards"),
        [
            Words("id", "申报编号", "Claim"), Words("enterprise", "企业", "Enterprise"), Words("measure", "条款", "Measure"),
            Words("article", "条文", "Article"),
            Words("title", "名称", "Title") with { Width = 26 }, Words("state", "结果", "Result") with { Width = 13 },
            Yuan("entitlement", "应得", "Entitlement"), Yuan("deducted", "扣减", "Deducted"),
            Yuan("award", "兑现", "Award") with { MayBeLowerBound = true }, Words("reasons", "扣减原因", "Reasons") with { Width = 44 },
            .. book.Payers.Select(payer => new Column(PayerColumn(payer.Payer), PayerName(book, payer.Payer), ColumnKind.Yuan)),
        ],
        book.Lines.Select(line => AwardRow(book, line)),
        [
            Cell.Of(Wording.Of("total")),
            Cell.Blank,
            Cell.Blank,
            Cell.Blank,
            Cell.Blank,
            Cell.Blank,
            Cell.Of(book.Entitlement),
            Cell.Of(book.Deducted),
            TotalCell(book),
            Cell.Blank,
            .. book.Payers.Select(payer => Cell.Of(payer.Amount)),
        ]) with
    { Searchable = true };

    /// <summary>One row per deduction.</summary>
    public static ReportTable Deductions(SettlementBook book) => Table(
        "deductions",
        new Text("扣减明细", "Deductions"),
        [
            Words("id", "申报编号", "Claim"), Words("enterprise", "企业", "Enterprise"), Words("measure", "条款", "Measure"),
            Words("step", "环节", "Step"), Yuan("amount", "金额", "Amount"), Words("reason", "原因", "Reason"), Words("article", "依据", "Article"),
        ],
        book.Lines.SelectMany(line => line.Deductions.Select(deduction => (IReadOnlyList<Cell>)
            [
                Cell.Of(line.Id), Cell.Of(line.Enterprise), Cell.Of(line.Measure.Id), Cell.Of(StageWords.Of(deduction.Stage)),
                Cell.Of(deduction.Amount), Cell.Of(deduction.Reason), Cell.Of(deduction.Article),
            ])));

    /// <summary>Claims without an award, and why.</summary>
    public static ReportTable NotPaid(SettlementBook book) => Table(
        "not-paid",
        new Text("未兑现及原因", "Not paid, and why"),
        [
            Words("id", "申报编号", "Claim"),
            Words("enterprise", "企业", "Enterprise"),
            Words("measure", "条款", "Measure"),
            Words("state", "结果", "Result"),
            Words("why", "原因", "Why"),
        ],
        book.Lines.Where(line => line.State != LineState.Paid)
            .Select(line => (IReadOnlyList<Cell>)[
                Cell.Of(line.Id), Cell.Of(line.Enterprise), Cell.Of(line.Measure.Id), Cell.Of(States[line.State]), Cell.Of(line.Why),
            ]));

    /// <summary>One row per measure that was claimed.</summary>
    public static ReportTable Totals(SettlementBook book) => Table(
        "totals",
        new Text("分条款汇总", "Totals per measure"),
        [
            Words("measure", "条款", "Measure"), Words("title", "名称", "Title"), Count("claims", "申报笔数", "Claims"),
            Count("paid", "兑现笔数", "Paid"), Count("not-eligible", "不符合条件", "Not eligible"), Count("undetermined", "金额未定", "Undetermined"),
            Yuan("entitlement", "应得", "Entitlement"), Yuan("deducted", "扣减", "Deducted"),
            Yuan("award", "兑现", "Award") with { MayBeLowerBound = true },
        ],
        book.Lines.GroupBy(line => line.Measure).Select(TotalRow),
        [
            Cell.Of(Wording.Of("total")), Cell.Blank, Cell.Count(book.Lines.Count),
            Cell.Count(book.Lines.Count(line => line.State == LineState.Paid)),
            Cell.Count(book.Lines.Count(line => line.State == LineState.NotEligible)),
            Cell.Count(book.Lines.Count(line => line.State == LineState.Undetermined)), Cell.Of(book.Entitlement), Cell.Of(book.Deducted),
            TotalCell(book),
        ]) with
    { Notes = [new Text("合计只含财政支出条款中金额已定的申报。", "The total holds claims on outlays whose amount is known.")] };

    /// <summary>What each payer pays.</summary>
    public static ReportTable Payers(SettlementBook book) => Table(
        "payers",
        new Text("承担主体", "Payers"),
        [Words("payer", "承担主体编号", "Payer"), Words("name", "承担主体", "Name"), Yuan("amount", "金额", "Amount") with { MayBeLowerBound = true }],
        book.Payers.Select(payer => (IReadOnlyList<Cell>)[Cell.Of(payer.Payer.Length == 0 ? "unstated" : payer.Payer), Cell.Of(PayerName(
            book, payer.Payer)), Cell.Of(payer.Amount)]),
        [Cell.Of(Wording.Of("total")), Cell.Blank, TotalCell(book)]);

    /// <summary>Each fund: what it had, what was due, what it pays, what is missing.</summary>
    public static ReportTable Funds(SettlementBook book) => Table(
        "funds",
        new Text("资金", "Funds"),
        [
            Words("fund", "资金编号", "Fund"),
            Words("name", "资金", "Name"),
            Words("year", "年度", "Year"),
            Yuan("appropriation", "可用", "Available"),
            Yuan("claimed", "应付", "Due") with { MayBeLowerBound = true },
            Yuan("paid", "支付", "Paid") with { MayBeLowerBound = true },
            Yuan("shortfall", "缺口", "Shortfall") with { MayBeLowerBound = true },
        ],
        book.Funds.Select(fund => (IReadOnlyList<Cell>)
        [
            Cell.Of(book.Settled.Settled.Filing.Terms.Funds[fund.Fund].Id), Cell.Of(FundName(book, fund.Fund)),
            fund.Year is { } year ? Cell.Of(year.ToString()) : Cell.Blank,
            fund.Appropriation is { } appropriation ? Cell.Of(Money.FromYuan(appropriation)) : Cell.Missing(new Text("未给定", "not given")),
            .. new[] { fund.Claimed, fund.Paid, fund.Shortfall }
                .Select(yuan => book.IsOpen(fund) ? Cell.AtLeast(Money.FromYuan(yuan)) : Cell.Of(Money.FromYuan(yuan))),
        ]));

    /// <summary>For a roster: the facts that rules read and the roster does not have, the most wanted first.</summary>
    public static IReadOnlyList<ReportTable> Lacking(SettlementBook book) => book.Settled.List.Lacking.Count == 0 ? [] :
    [
        Table(
            "lacking",
            new Text("名单缺少的数据", "Facts the roster lacks"),
            [
                Words("attribute", "属性", "Attribute"),
                Words("meaning", "含义", "Meaning"),
                Words("unit", "单位", "Unit"),
                Words("assumed", "按此计算", "Assumed"),
                Count("measures", "涉及条款数", "Measures"),
                Words("first", "例如", "For example"),
            ],
            book.Settled.List.Lacking.Select(lacking => (IReadOnlyList<Cell>)
                [Cell.Of(lacking.Attribute.Name), Cell.Of(new Text(lacking.Attribute.Meaning.Zh, lacking.Attribute.Meaning.En)),
                Cell.Of(lacking.Attribute.Unit), lacking.Attribute.Default.IsNull
                    ? Unknown
                    : Cell.Of(RuleWords.Fact(lacking.Attribute, lacking.Attribute.Default)), Cell.Count(lacking.Measures.Count),
                    Cell.Of(lacking.Measures[0])])),
    ];

    /// <summary>A state in both languages.</summary>
    public static Text StateOf(LineState state) => States[state];

    internal static Text FundName(SettlementBook book, int fund)
    {
        var name = book.Settled.Settled.Filing.Terms.Library.Funds[book.Settled.Settled.Filing.Terms.Funds[fund].Id].Name;
        return new Text(name.Zh, name.En);
    }

    /// <summary>A payer in both languages; an empty name is the part whose payer the text does not state.</summary>
    public static Text PayerName(SettlementBook book, string payer)
    {
        if (payer.Length == 0) return new Text("未载明承担主体", "payer not stated");
        var named = book.Settled.Settled.Filing.Terms.Library.Documents.Select(document => document.Payers.GetValueOrDefault(payer))
            .FirstOrDefault(name => name is not null);
        return named is null ? Text.Same(payer) : new Text(named.Zh, named.En);
    }

    private static IReadOnlyList<Cell> AwardRow(SettlementBook book, SettlementLine line)
    {
        var isOpen = line.State == LineState.Undetermined;
        var parts = line.Payers.ToDictionary(part => part.Payer, part => part.Amount);
        return
        [
            Cell.Of(line.Id), Cell.Of(line.Enterprise), Cell.Of(line.Measure.Id), Cell.Of(line.Measure.Article),
            Cell.Of(new Text(line.Measure.Title.Zh, line.Measure.Title.En)), Cell.Of(StateOf(line)),
            line.Entitlement is { } entitlement ? Cell.Of(entitlement) : Unknown, isOpen ? Unknown : Cell.Of(line.Deducted),
            isOpen ? Unknown : Cell.Of(line.Award), Cell.Of(Reasons(line)),
            .. book.Payers.Select(payer => parts.TryGetValue(payer.Payer, out var part) ? Cell.Of(part) : Cell.Blank),
        ];
    }

    private static Text StateOf(SettlementLine line) =>
        line.IsOutlay ? States[line.State] : States[line.State] + new Text("（非财政支出）", " (not an outlay)");

    private static Text Reasons(SettlementLine line)
    {
        if (line.Deductions.Count == 0 || line.State == LineState.Undetermined) return line.Why;
        return new Text(
            string.Join("；", line.Deductions.Select(deduction => $"{deduction.Reason.Zh}，{Change(deduction.Amount).Zh}")),
            string.Join("; ", line.Deductions.Select(deduction => $"{deduction.Reason.En}, {Change(deduction.Amount).En}")));
    }

    private static Text Change(Money taken) =>
        taken.Fen < 0 ? new Text("增加 ", "adds ") + Figures.Exact(-taken) : new Text("减少 ", "takes off ") + Figures.Exact(taken);

    private static IReadOnlyList<Cell> TotalRow(IGrouping<Policy.Measures.Measure, SettlementLine> lines)
    {
        var counted = lines.Where(line => line.State != LineState.Undetermined).ToList();
        var award = SettlementBook.Sum(counted.Select(line => line.Award));
        return
        [
            Cell.Of(lines.Key.Id), Cell.Of(new Text(lines.Key.Title.Zh, lines.Key.Title.En)), Cell.Count(lines.Count()),
            Cell.Count(lines.Count(line => line.State == LineState.Paid)),
            Cell.Count(lines.Count(line => line.State == LineState.NotEligible)),
            Cell.Count(lines.Count(line => line.State == LineState.Undetermined)),
            Cell.Of(SettlementBook.Sum(counted.Select(line => line.Entitlement ?? Money.Zero))),
            Cell.Of(SettlementBook.Sum(counted.Select(line => line.Deducted))),
            lines.Any(line => line.State == LineState.Undetermined) ? Cell.AtLeast(award) : Cell.Of(award),
        ];
    }

    private static Cell TotalCell(SettlementBook book) => book.IsLowerBound ? Cell.AtLeast(book.Total) : Cell.Of(book.Total);

    private static string PayerColumn(string payer) =>
        "payer-" + (payer.Length == 0 ? "unstated" : payer.Replace('_', '-').ToLowerInvariant());

    private static Column Words(string id, string zh, string en) => new(id, new Text(zh, en), ColumnKind.Text);

    private static Column Yuan(string id, string zh, string en) => new(id, new Text(zh, en), ColumnKind.Yuan);

    private static Column Count(string id, string zh, string en) => new(id, new Text(zh, en), ColumnKind.Count);

    private static ReportTable Table(
        string id, Text title, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<Cell>> rows, IReadOnlyList<Cell>? total = null) =>
        new(id, title, columns, [.. rows]) { Unit = MoneyUnit.Yuan, Total = total };
}
