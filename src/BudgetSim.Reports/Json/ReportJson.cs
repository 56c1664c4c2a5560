// Writes a whole report in its documented JSON form.
using System.Text.Json;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Json;

/// <summary>
/// <c>{"form":"budgetsim-report-1","id","title","subtitle","summary":[...],"keyFigures":[...],"sections":[{"id","title",
/// "paragraphs","charts","tables"}],"filing","assumptions","readings","certificate","manifest":[{"name","value"}]}</c>; tables as
/// <see cref="TableJson"/>, charts as <see cref="ChartJson"/>. Members are only ever added.
/// </summary>
public static class ReportJson
{
    /// <summary>Writes the report as one JSON object.</summary>
    public static void Write(Report report, Stream to)
    {
        using var json = new Utf8JsonWriter(to, DrawingWriter.Options with { Indented = false });
        json.WriteStartObject();
        json.WriteString("form", "budgetsim-report-1");
        json.WriteString("id", report.Id);
        TableJson.Write("title", report.Title, json);
        TableJson.Write("subtitle", report.Subtitle, json);
        WriteTexts("summary", report.Summary, json);
        WriteKeyFigures(report, json);
        json.WriteStartArray("sections");
        foreach (var section in report.Sections) Write(section, json);
        json.WriteEndArray();
        WriteTable("filing", report.Filing, json);
        WriteTable("assumptions", report.Assumptions, json);
        WriteTable("readings", report.Readings, json);
        WriteCertificate(report.Certificate, json);
        WriteManifest(report, json);
        json.WriteEndObject();
    }

    private static void Write(ReportSection section, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", section.Id);
        TableJson.Write("title", section.Title, json);
        WriteTexts("paragraphs", section.Paragraphs, json);
        json.WriteStartArray("charts");
        foreach (var chart in section.Charts) ChartJson.Write(chart, json);
        json.WriteEndArray();
        json.WriteStartArray("tables");
        foreach (var table in section.Tables) TableJson.Write(table, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteKeyFigures(Report report, Utf8JsonWriter json)
    {
        json.WriteStartArray("keyFigures");
        foreach (var figure in report.KeyFigures)
        {
            json.WriteStartObject();
            TableJson.Write("label", figure.Label, json);
            TableJson.Write("value", figure.Value, json);
            TableJson.Write("note", figure.Note, json);
            json.WriteString("tone", figure.Tone.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCertificate(Certificate? certificate, Utf8JsonWriter json)
    {
        if (certificate is null) return;
        json.WriteStartObject("certificate");
        json.WriteBoolean("proved", certificate.IsProved);
        TableJson.Write("statement", certificate.Statement, json);
        WriteTexts("details", certificate.Details, json);
        WriteTable("table", certificate.Table, json);
        json.WriteEndObject();
    }

    private static void WriteManifest(Report report, Utf8JsonWriter json)
    {
        json.WriteStartArray("manifest");
        foreach (var entry in report.Manifest)
        {
            json.WriteStartObject();
            TableJson.Write("name", entry.Name, json);
            json.WriteString("value", entry.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(string member, IReadOnlyList<Text> texts, Utf8JsonWriter json)
    {
        json.WriteStartArray(member);
        foreach (var text in texts) TableJson.Write(null, text, json);
        json.WriteEndArray();
    }

    private static void WriteTable(string member, ReportTable? table, Utf8JsonWriter json)
    {
        if (table is null) return;
        json.WritePropertyName(member);
        TableJson.Write(table, json);
    }
}
