// How ambiguous wording was read in a run, and what was changed in the text.
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Checks.Documents;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Reports.Forecasts;

/// <summary>Every reading that the clauses of the run rest on, the option taken, and the changes laid over the text.</summary>
internal static class ReadingsTable
{
    /// <summary>
    /// Readings of <paramref name="library"/> and of added rules that belong to the measures or documents of the run; chosen ones always.
    /// </summary>
    public static ReportTable From(LoadedScenario scenario, IReadOnlyList<ListedReading> library, IReadOnlyList<ForecastLine> lines)
    {
        var catalogue = library.Concat(Added(scenario, library)).ToList();
        var measures = lines.Select(line => line.Id).ToHashSet();
        var documents = scenario.Model.Terms.Library.Documents.Select(document => document.Id).ToList();
        var general = lines.SelectMany(line => scenario.Model.Terms.Compiled[line.Measure].Measure.GeneralReadings).ToHashSet();
        var used = catalogue
            .Where(reading => reading.Measure.Length > 0 ? measures.Contains(reading.Measure) : general.Contains(reading.Code))
            .ToList();
        var others = scenario.Readings.Where(chosen => used.TrueForAll(reading => reading.Code != chosen.Key))
            .Select(chosen => Chosen(chosen.Key, chosen.Value, catalogue.FirstOrDefault(reading => reading.Code == chosen.Key)));
        var rows = used.Select(reading => Row(reading, scenario, documents))
            .Concat(others)
            .Concat(scenario.Changes.Select(Change))
            .ToList();
        return new ReportTable(
            "readings",
            new Text("歧义读法与改动", "Readings and changes"),
            [
                ForecastTables.Of("code", "代码或路径", "Code or path", ColumnKind.Text),
                ForecastTables.Of("point", "条文未明之处", "What the text leaves open", ColumnKind.Text),
                ForecastTables.Of("value", "取值", "Value", ColumnKind.Text), ForecastTables.Of("meaning", "含义", "Meaning", ColumnKind.Text),
                ForecastTables.Of("standing", "性质", "Standing", ColumnKind.Text),
            ],
            rows.Count > 0 ? rows : [[Cell.Of(new Text(
                "全部采用缺省读法，政策文本未作改动",
                "All readings at their defaults; no change to the policy text")), Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank]])
        { Searchable = rows.Count > 8 };
    }

    // What a reform adds states its readings itself; no file of the library has them.
    private static IEnumerable<ListedReading> Added(LoadedScenario scenario, IReadOnlyList<ListedReading> library)
    {
        var known = library.Select(reading => reading.Code).ToHashSet();
        return scenario.Model.Terms.Library.Measures
            .SelectMany(compiled => compiled.Measure.Readings.Where(reading => !known.Contains(reading.Code)).Select(reading =>
                new ListedReading(reading.Code, reading.Point, reading.Options, compiled.Measure.At)
                {
                    Measure = compiled.Measure.Id,
                    Defaults = new Dictionary<string, string> { [compiled.Measure.Document] = reading.Default },
                }));
    }

    private static IReadOnlyList<Cell> Row(ListedReading reading, LoadedScenario scenario, List<string> documents)
    {
        if (scenario.Readings.TryGetValue(reading.Code, out var option)) return Chosen(reading.Code, option, reading);
        var defaults = documents.Where(reading.Defaults.ContainsKey).Select(document => reading.Defaults[document]).Distinct().ToList();
        return Cells(reading.Code, reading, string.Join(" / ", defaults), new Text("缺省", "default"));
    }

    private static IReadOnlyList<Cell> Chosen(string code, string option, ListedReading? reading) =>
        Cells(code, reading, option, new Text("本情景选定", "chosen here"));

    private static IReadOnlyList<Cell> Cells(string code, ListedReading? reading, string option, Text standing)
    {
        var letters = option.Split(" / ");
        string Meaning(string language) =>
            reading is null
                ? ""
                : string.Join(" / ", letters.Select(letter => reading.Options.GetValueOrDefault(letter)?.In(language) ?? ""));
        return [
            Cell.Of(code),
            reading is null ? Cell.Blank : Cell.Of(new Text(reading.Point.Zh, reading.Point.En)),
            Cell.Of(option),
            Cell.Of(new Text(Meaning("zh"), Meaning("en"))),
            Cell.Of(standing),
        ];
    }

    private static IReadOnlyList<Cell> Change(Scenarios.Policies.PathChange change) =>
    [
        Cell.Of(change.Path), Cell.Blank, Cell.Of(change.Value is Scenarios.Files.Trees.ScalarNode scalar ? scalar.Text : "…"), Cell.Blank,
        Cell.Of(new Text("改动条文数值", "change to the text")),
    ];
}
