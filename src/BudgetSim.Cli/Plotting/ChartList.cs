// The charts of a saved run, as a table or JSON.
using System.Text.Json;
using System.Text.Json.Nodes;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Folders;

namespace BudgetSim.Cli.Plotting;

/// <summary>A chart of a run: its name for --chart, its kind and its title.</summary>
internal sealed record ListedChart(string Id, string Kind, Bilingual Title)
{
    /// <summary>All charts of a run; a fault where there is no run or a chart is damaged (BS605).</summary>
    public static Loaded<IReadOnlyList<ListedChart>> Of(string run)
    {
        var charts = new List<ListedChart>();
        var faults = new List<Diagnostic>();
        foreach (var id in SavedChart.Ids(run).DefaultIfEmpty(""))
        {
            var saved = SavedChart.Read(run, id);
            faults.AddRange(saved.Diagnostics);
            if (!saved.Succeeded) break;
            if (Read(saved.Value) is { } chart) charts.Add(chart);
            else
                faults.Add(Diagnostic.Error(
                    Place.Of(Path.Combine(run, "charts", id + ".json")), "BS605", "this is not a chart of a run",
                    "run the scenario again"));
        }

        return Loaded<IReadOnlyList<ListedChart>>.From(charts, faults);
    }

    public static void Write(TextWriter output, IReadOnlyList<ListedChart> charts, string language) => TextTable.Write(
        output,
        [new("--chart", IsKey: true), new(language == "zh" ? "类型" : "kind", IsKey: true), new(language == "zh" ? "标题" : "title")],
        [.. charts.Select(chart => (IReadOnlyList<string>)[chart.Id, chart.Kind, chart.Title.In(language)])],
        TerminalText.TableColumns);

    public static string Json(string run, IReadOnlyList<ListedChart> charts) => JsonText.Of(new JsonObject
    {
        ["form"] = "budgetsim-charts-1",
        ["run"] = run,
        ["charts"] = new JsonArray([.. charts.Select(chart => new JsonObject
        {
            ["id"] = chart.Id,
            ["kind"] = chart.Kind,
            ["title"] = JsonText.Bilingual(chart.Title),
        })]),
    });

    private static ListedChart? Read(SavedChart saved)
    {
        try
        {
            using var json = JsonDocument.Parse(saved.Json);
            var title = json.RootElement.GetProperty("title");
            return new ListedChart(
                saved.Id,
                json.RootElement.GetProperty("kind").GetString()!,
                new Bilingual(title.GetProperty("zh").GetString()!, title.GetProperty("en").GetString()!));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
