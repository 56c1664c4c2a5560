// A whole report as a value: what the page, the workbook and the folder of a run are written from.
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Pages;

/// <summary>A report. Ids of sections, tables and charts are unique within it.</summary>
public sealed record Report
{
    /// <summary>A report with an id for its files, a title and its sections in order.</summary>
    /// <exception cref="ArgumentException">Two parts have one id: a fault of the caller.</exception>
    public Report(string id, Text title, IReadOnlyList<ReportSection> sections)
    {
        (Id, Title, Sections) = (ReportId.Checked(id), title, sections);
        var ids = sections.Select(section => section.Id)
            .Concat(Charts.Select(chart => chart.Id))
            .Concat(SectionTables.Select(table => table.Id));
        var twice = ids.GroupBy(each => each).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new ArgumentException($"report {id}: the id '{twice.Key}' is used twice", nameof(sections));
    }

    /// <summary>Lower-case letters, digits and hyphens.</summary>
    public string Id { get; }

    /// <summary>The heading.</summary>
    public Text Title { get; }

    /// <summary>Below the heading: scenario, year, date of the run.</summary>
    public Text Subtitle { get; init; } = Text.Empty;

    /// <summary>Sentences that anyone understands: how much, how sure, what if short.</summary>
    public IReadOnlyList<Text> Summary { get; init; } = [];

    /// <summary>The few figures to remember; three to five.</summary>
    public IReadOnlyList<KeyFigure> KeyFigures { get; init; } = [];

    /// <summary>The parts of the report, in order.</summary>
    public IReadOnlyList<ReportSection> Sections { get; }

    /// <summary>The sheet that a bureau files: first in the workbook.</summary>
    public ReportTable? Filing { get; init; }

    /// <summary>What was assumed and on what basis.</summary>
    public ReportTable? Assumptions { get; init; }

    /// <summary>How ambiguous wording was read.</summary>
    public ReportTable? Readings { get; init; }

    /// <summary>What was proved about the result.</summary>
    public Certificate? Certificate { get; init; }

    /// <summary>What it takes to repeat the run.</summary>
    public IReadOnlyList<ManifestEntry> Manifest { get; init; } = [];

    /// <summary>Every chart, in order.</summary>
    public IEnumerable<Chart> Charts => Sections.SelectMany(section => section.Charts);

    /// <summary>Every table that is not the figures of a chart, in order.</summary>
    public IEnumerable<ReportTable> Tables =>
        new[] { Filing }.Concat(SectionTables).Concat([Assumptions, Readings, Certificate?.Table, ManifestTable()]).OfType<ReportTable>();

    /// <summary>The same report with every table's money in one unit; sentences and charts keep theirs.</summary>
    public Report InUnit(MoneyUnit unit) =>
        new(
            Id,
            Title,
            [.. Sections.Select(section => section with { Tables = [.. section.Tables.Select(table => table with { Unit = unit })] })])
        {
            Subtitle = Subtitle,
            Summary = Summary,
            KeyFigures = KeyFigures,
            Filing = Filing is null ? null : Filing with { Unit = unit },
            Assumptions = Assumptions,
            Readings = Readings,
            Certificate = Certificate is { Table: { } table } ? Certificate with { Table = table with { Unit = unit } } : Certificate,
            Manifest = Manifest,
        };

    private IEnumerable<ReportTable> SectionTables => Sections.SelectMany(section => section.Tables);

    /// <summary>The manifest as a table, or null where it is empty.</summary>
    public ReportTable? ManifestTable()
    {
        if (Manifest.Count == 0) return null;
        var columns = new Column[] { new("item", Wording.Of("item"), ColumnKind.Text), new("value", Wording.Of("value"), ColumnKind.Text) };
        var rows = Manifest.Select(entry => (IReadOnlyList<Cell>)[Cell.Of(entry.Name), Cell.Of(entry.Value)]).ToList();
        return new ReportTable("run-manifest", Wording.Of("manifest"), columns, rows);
    }
}
