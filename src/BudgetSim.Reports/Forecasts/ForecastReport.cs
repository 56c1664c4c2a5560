// Puts the report of a run together: summary, clauses, funds, payers, assumptions, certificate, manifest.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Laboratory;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Checks.Documents;
using BudgetSim.Scenarios.Laboratory.Transplants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Certificates;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Forecasts;

/// <summary>Everything a run produced.</summary>
public sealed record RunOutcome(LoadedScenario Scenario, Forecast Forecast)
{
    /// <summary>The comparison with the solver; null if it was not asked for.</summary>
    public SampleCertificate? Certificate { get; init; }

    /// <summary>The name and version of the solver.</summary>
    public string Solver { get; init; } = "";

    /// <summary>The split of a fund over its clauses; null if the scenario asks for none.</summary>
    public ReportTable? Allocation { get; init; }

    /// <summary>What one more yuan in the fund, a ceiling or a floor of the split is worth.</summary>
    public ReportTable? Prices { get; init; }

    /// <summary>Sentences about the split.</summary>
    public IReadOnlyList<Text> AllocationNotes { get; init; } = [];

    /// <summary>The split beside the demand of each clause; null if the scenario asks for none.</summary>
    public Chart? AllocationChart { get; init; }

    /// <summary>The readings of the library, to say which ones the run rests on.</summary>
    public IReadOnlyList<ListedReading> Readings { get; init; } = [];

    /// <summary>One replication's awards as an example.</summary>
    public ReportTable? ExampleAwards { get; init; }

    /// <summary>Which enterprises get the money; null if nobody was looked at.</summary>
    public ReportSection? Equity { get; init; }

    /// <summary>What it takes to repeat the run.</summary>
    public IReadOnlyList<ManifestEntry> Manifest { get; init; } = [];
}

/// <summary>The report of a run.</summary>
public static class ForecastReport
{
    /// <summary>The report as a value; nothing is written here.</summary>
    public static Report From(RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var forecast = outcome.Forecast;
        var lines = ForecastLine.From(forecast);
        var funds = FundForecast.From(forecast);
        var total = OutlayEstimate.FromYuan(forecast.SumOf(forecast.Paid, Enumerable.Range(0, forecast.Paid.Length)), forecast.InPairs);
        var note = Note(forecast);
        var title = outcome.Scenario.Title;
        return new Report(Slug(outcome.Scenario.Name), new Text(title.Zh, title.En), [.. Sections(outcome, lines, funds, total, note)])
        {
            Subtitle = new Text(
                $"情景 {outcome.Scenario.FullName} · {forecast.Finished:#,##0} 次模拟 · 种子 {forecast.Model.Seed}",
                $"Scenario {outcome.Scenario.FullName} · {Figures.Counted(forecast.Finished, "replication")} · seed {forecast.Model.Seed}"),
            Summary = [.. ForecastSummary.Sentences(forecast, lines, funds, total)],
            KeyFigures = [.. ForecastSummary.KeyFigures(funds, total, outcome.Certificate)],
            Assumptions = new AssumptionsTable(forecast.Model.Terms.Library).Of(forecast.Model.Pool),
            Filing = EstimationTable.From(forecast, lines, total),
            Readings = ReadingsTable.From(outcome.Scenario, outcome.Readings, lines),
            Certificate = ForecastCertificate.From(outcome),
            Manifest = outcome.Manifest,
        };
    }

    private static IEnumerable<ReportSection> Sections(
        RunOutcome outcome, IReadOnlyList<ForecastLine> lines, IReadOnlyList<FundForecast> funds, OutlayEstimate total, Text note)
    {
        var forecast = outcome.Forecast;
        var isLowerBound = lines.Any(line => line.Undetermined > 0);
        yield return new ReportSection("by-clause", new Text("各条款要花多少", "What each clause costs"))
        {
            Charts = funds.Count > 1
                ? [ForecastCharts.Bands(lines, note), ForecastCharts.Total(forecast, note)]
                : [ForecastCharts.Bands(lines, note)],
            Tables = [ForecastTables.Clauses(lines, total, isLowerBound)],
        };
        yield return new ReportSection("by-fund", new Text("资金够不够", "Whether the funds suffice"))
        {
            Charts = [.. FundCharts(funds, forecast, note)],
            Tables = [ForecastTables.Funds(funds), .. CarryTable.From(funds) is { } carried ? new[] { carried } : []],
        };
        yield return new ReportSection("why", new Text("从应得到兑现", "From entitlement to payment"))
        {
            Charts = [.. Waterfalls(forecast, lines, funds, note), LossChart.From(forecast, lines, note)],
        };
        yield return new ReportSection("by-payer", new Text("谁来承担", "Who pays"))
        {
            Charts = [.. PayerCharts.From(forecast, note)],
            Tables = [ForecastTables.Payers(forecast, lines), YearsTable.From(forecast)],
        };
        if (outcome.Equity is { } equity) yield return equity;
        if (outcome.Allocation is { } allocation)
            yield return new ReportSection("split", new Text("年初如何切块", "How to split the fund before the year"))
            {
                Paragraphs = outcome.AllocationNotes,
                Charts = outcome.AllocationChart is { } split ? [split] : [],
                Tables = outcome.Prices is { } prices ? [allocation, prices] : [allocation],
            };
        if (Precision(forecast, note) is { } precision) yield return precision;
        if (UndeterminedTable.From(forecast) is { } undetermined)
            yield return new ReportSection("open", undetermined.Title) { Tables = [undetermined] };
        yield return new ReportSection("details", new Text("明细", "Details"))
        {
            Tables = [
                ForecastTables.Forecast(lines),
                .. StatisticsTables.Of(forecast, lines, funds),
                .. outcome.ExampleAwards is { } awards ? new[] { awards } : [],
                .. LackingTable.From(LackingAttribute.In(forecast.Model)) is { } lacking ? new[] { lacking } : [],
            ],
        };
    }

    private static ReportSection? Precision(Forecast forecast, Text note)
    {
        var sources = UncertaintySource.From(forecast);
        Chart?[] charts =
        [
            PrecisionCharts.Convergence(forecast, note), sources is null ? null : PrecisionCharts.Sources(sources, forecast, note),
        ];
        if (charts.All(chart => chart is null)) return null;
        return new ReportSection("how-sure", new Text("测得准不准", "How sure the figures are"))
        {
            Charts = [.. charts.OfType<Chart>()],
            Tables = sources is null ? [] : [StatisticsTables.Variance(sources, forecast)],
        };
    }

    private static IEnumerable<Chart> FundCharts(IReadOnlyList<FundForecast> funds, Forecast forecast, Text note)
    {
        var namesYear = forecast.Model.Years.Count > 1;
        foreach (var fund in funds.Where(fund => fund.Appropriation is not null || !namesYear))
        {
            yield return ForecastCharts.Exceedance(fund, namesYear, note);
            if (fund.Appropriation is not null) yield return ForecastCharts.Ratio(fund, note);
        }
    }

    private static IEnumerable<Chart> Waterfalls(
        Forecast forecast, IReadOnlyList<ForecastLine> lines, IReadOnlyList<FundForecast> funds, Text note)
    {
        var mean = note + new Text("；每次模拟的平均", "; mean per replication");
        var outlays = lines.Where(line => forecast.Model.Terms.Measures[line.Measure].IsOutlay).ToList();
        yield return ForecastCharts.Waterfall(
            forecast,
            AddingMeans.Total(forecast),
            [.. outlays.Select(line => line.Measure)],
            new Text("全部条款：从应得到兑现", "All clauses: from entitlement to payment"),
            "waterfall",
            mean);
        foreach (var fund in funds.Where(fund => fund.Appropriation is not null).DistinctBy(fund => fund.Id))
        {
            var index = forecast.Model.Terms.FundIndex(fund.Id);
            var measures = outlays.Where(line => forecast.Model.Terms.Measures[line.Measure].Fund == index)
                .Select(line => line.Measure)
                .ToList();
            yield return ForecastCharts.Waterfall(
                forecast,
                new Money(funds.Where(year => year.Id == fund.Id).Sum(year => year.PaidMean.Fen)),
                measures,
                fund.Name + new Text("：从应得到兑现", ": from entitlement to payment"),
                "waterfall-" + fund.Id.Replace('_', '-'),
                mean);
        }
    }

    private static Text Note(Forecast forecast) => forecast.WasStopped
        ? new Text($"已中止，完成 {forecast.Finished:#,##0} 次模拟", $"stopped after {Figures.Counted(forecast.Finished, "replication")}")
        : new Text(
            $"{forecast.Finished:#,##0} 次模拟，种子 {forecast.Model.Seed}",
            $"{Figures.Counted(forecast.Finished, "replication")}, seed {forecast.Model.Seed}");

    private static string Slug(string name) =>
        new([.. name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]);
}
