// Writes the parts of a page: summary, sections, certificate.
using System.Globalization;
using System.Text;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Html;

/// <summary>What stands between the head of the page and its scripts.</summary>
internal sealed class HtmlSection(Language shown, int mostRows, StringBuilder to)
{
    /// <summary>Key figures and sentences that anyone understands.</summary>
    public void Summary(Report report)
    {
        Open("summary", Wording.Of("summary"));
        if (report.KeyFigures.Count > 0)
        {
            to.Append("<dl class=\"tiles\">");
            foreach (var figure in report.KeyFigures) Tile(figure);
            to.Append("</dl>");
        }

        to.Append("<ul class=\"sentences\">");
        foreach (var sentence in report.Summary) to.Append("<li>").Append(HtmlText.Both(sentence)).Append("</li>");
        to.Append("</ul></section>");
    }

    /// <summary>One part: sentences, charts, tables.</summary>
    public void Section(ReportSection section)
    {
        Open(
            section.Id,
            section.Title,
            section is { Paragraphs.Count: 0, Charts.Count: 0, Tables: [var first, ..] } && HtmlTable.IsBroad(first)
                ? " class=\"broad\""
                : "");
        foreach (var paragraph in section.Paragraphs) to.Append("<p>").Append(HtmlText.Both(paragraph)).Append("</p>");
        foreach (var chart in section.Charts) Figure(chart);
        foreach (var table in section.Tables) TitledTable(table, section.Title);
        to.Append("</section>");
    }

    /// <summary>A part that is one table.</summary>
    public void Table(string id, Text title, ReportTable? table)
    {
        if (table is null) return;
        Open(id, title, HtmlTable.IsBroad(table) ? " class=\"broad\"" : "");
        HtmlTable.Write(table, shown, mostRows, to);
        to.Append("</section>");
    }

    /// <summary>What was proved.</summary>
    public void Certificate(Certificate? certificate)
    {
        if (certificate is null) return;
        Open("certificate", Wording.Of("certificate"));
        var badge = Wording.Of(certificate.IsProved ? "proved" : "not-proved");
        to.Append(
            CultureInfo.InvariantCulture,
            $"<p><span class=\"badge {(certificate.IsProved ? "good" : "warning")}\">{HtmlText.Both(badge)}</span> {HtmlText.Both(certificate.Statement)}</p>");
        foreach (var detail in certificate.Details) to.Append("<p>").Append(HtmlText.Both(detail)).Append("</p>");
        if (certificate.Table is not null) HtmlTable.Write(certificate.Table, shown, mostRows, to);
        to.Append("</section>");
    }

    private void Open(string id, Text title, string more = "") =>
        to.Append(
            CultureInfo.InvariantCulture,
            $"<section id=\"{id}\"{more} aria-labelledby=\"h-{id}\"><h2 id=\"h-{id}\">{HtmlText.Both(title)}</h2>");

    private void Tile(KeyFigure figure)
    {
        var tone = figure.Tone.ToString().ToLowerInvariant();
        to.Append(
            CultureInfo.InvariantCulture,
            $"<div class=\"tile {tone}\"><dt>{HtmlText.Both(figure.Label)}</dt><dd>{HtmlText.Both(figure.Value)}</dd><dd class=\"quiet\">{HtmlText.Both(figure.Note)}</dd></div>");
    }

    private void Figure(Chart chart)
    {
        to.Append(CultureInfo.InvariantCulture, $"<figure id=\"c-{chart.Id}\"><h3>{HtmlText.Both(chart.Title)}</h3>");
        if (chart.Lead != Text.Empty) to.Append("<p class=\"lead\">").Append(HtmlText.Both(chart.Lead)).Append("</p>");
        to.Append(
            CultureInfo.InvariantCulture,
            $"<div class=\"plot\" role=\"img\" data-chart=\"{chart.Id}\"{HtmlText.Attribute("aria-label", chart.Title, shown)}></div>");
        if (chart.Note != Text.Empty) to.Append("<figcaption>").Append(HtmlText.Both(chart.Note)).Append("</figcaption>");
        to.Append("<details><summary>").Append(HtmlText.Both(Wording.Of("figures-of-chart"))).Append("</summary>");
        HtmlTable.Write(chart.ToTable() with { Notes = [] }, shown, Math.Min(mostRows, 400), to);
        to.Append("</details></figure>");
    }

    // A table that has the name of its section needs no second heading.
    private void TitledTable(ReportTable table, Text sectionTitle)
    {
        to.Append(HtmlTable.IsBroad(table) ? "<div class=\"broad\">" : "<div>");
        if (table.Title != sectionTitle) to.Append("<h3>").Append(HtmlText.Both(table.Title)).Append("</h3>");
        HtmlTable.Write(table, shown, mostRows, to);
        to.Append("</div>");
    }
}
