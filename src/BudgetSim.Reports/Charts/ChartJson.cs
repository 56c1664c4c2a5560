// The documented JSON form of a chart: what the drawing script reads and a run folder keeps.
using System.Text;
using System.Text.Json;

namespace BudgetSim.Reports.Charts;

/// <summary>
/// <c>{"id","kind","title":{"zh","en"},"lead","note","unit":{"perUnit","zh","en"}, ...}</c>; the members that follow
/// depend on the kind. Amounts are in yuan; labels are in the chart's unit.
/// </summary>
public static class ChartJson
{
    /// <summary>The chart as JSON text, safe inside a script element.</summary>
    public static string Write(Chart chart)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, DrawingWriter.Options)) Write(chart, json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes the chart as one JSON object.</summary>
    internal static void Write(Chart chart, Utf8JsonWriter json)
    {
        var to = new DrawingWriter(json, chart.Unit);
        json.WriteStartObject();
        to.Word("id", chart.Id);
        to.Word("kind", chart.Kind);
        to.Full("title", chart.Title);
        to.Full("lead", chart.Lead);
        to.Full("note", chart.Note);
        json.WriteStartObject("unit");
        json.WriteNumber("perUnit", chart.Unit.YuanPerUnit);
        json.WriteString("zh", chart.Unit.Name.Zh);
        json.WriteString("en", chart.Unit.Name.En);
        json.WriteEndObject();
        chart.Write(to);
        json.WriteEndObject();
    }
}
