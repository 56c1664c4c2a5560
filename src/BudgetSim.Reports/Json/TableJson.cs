// Writes a table in its documented JSON form.
using System.Text.Json;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Json;

/// <summary>
/// <c>{"id","title":{"zh","en"},"columns":[{"id","title","kind"}],"rows":[[...]],"total":[...],"notes":[{"zh","en"}]}</c>.
/// Cells: a text is a string, or {"zh","en"} where the languages differ; an amount is a number of yuan with two decimals,
/// or {"atLeast": number}; a count, ratio or probability is a number (without bound "Infinity" or "-Infinity"); a day is
/// an ISO string; a missing figure is {"missing":{"zh","en"}}.
/// </summary>
public static class TableJson
{
    /// <summary>Writes the table as one JSON object.</summary>
    public static void Write(ReportTable table, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", table.Id);
        Write("title", table.Title, json);
        WriteColumns(table, json);
        WriteRows(table, json);
        json.WriteStartArray("notes");
        foreach (var note in table.Notes) Write(null, note, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes a text in both languages, as a member or (no name) as an element.</summary>
    internal static void Write(string? member, Text text, Utf8JsonWriter json)
    {
        if (member is not null) json.WritePropertyName(member);
        json.WriteStartObject();
        json.WriteString("zh", text.In(Language.Zh));
        json.WriteString("en", text.In(Language.En));
        json.WriteEndObject();
    }

    private static void WriteColumns(ReportTable table, Utf8JsonWriter json)
    {
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("id", column.Id);
            Write("title", column.Title, json);
            json.WriteString("kind", column.Kind.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRows(ReportTable table, Utf8JsonWriter json)
    {
        var hasTotal = false;
        json.WriteStartArray("rows");
        foreach (var (cells, isTotal) in table.CheckedRows())
        {
            if (isTotal)
            {
                hasTotal = true;
                json.WriteEndArray();
                json.WritePropertyName("total");
            }

            json.WriteStartArray();
            foreach (var cell in cells) Write(cell, json);
            json.WriteEndArray();
        }

        if (!hasTotal) json.WriteEndArray();
    }

    private static void Write(Cell cell, Utf8JsonWriter json)
    {
        switch (cell)
        {
            case TextCell text when text.Value.In(Language.Zh) == text.Value.In(Language.En):
                json.WriteStringValue(text.Value.Zh.Length > 0 ? text.Value.Zh : text.Value.En);
                break;
            case TextCell text: Write(null, text.Value, json); break;
            case YuanCell { IsLowerBound: true } yuan: Single("atLeast", yuan, json); break;
            case YuanCell yuan: json.WriteRawValue(yuan.Amount.ToString()); break;
            case CountCell count: json.WriteNumberValue(count.Number); break;
            case RatioCell ratio: Write(ratio.Value, json); break;
            case ProbabilityCell probability: Write(probability.Value, json); break;
            case DateCell date: json.WriteStringValue(Figures.Date(date.Value)); break;
            case MissingCell missing:
                json.WriteStartObject();
                Write("missing", missing.Why, json);
                json.WriteEndObject();
                break;
            default: throw new InvalidOperationException(cell.GetType().Name);
        }
    }

    private static void Single(string member, YuanCell yuan, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName(member);
        json.WriteRawValue(yuan.Amount.ToString());
        json.WriteEndObject();
    }

    private static void Write(double value, Utf8JsonWriter json)
    {
        if (double.IsFinite(value)) json.WriteNumberValue((decimal)Math.Clamp(value, -1e27, 1e27));
        else json.WriteStringValue(value > 0 ? "Infinity" : "-Infinity");
    }
}
