// Writes a table as HTML: readable without a script, sorted and filtered with one.
using System.Globalization;
using System.Text;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Html;

/// <summary>Tables of a page. Figures carry their exact value (money in yuan) in <c>data-v</c>.</summary>
internal static class HtmlTable
{
    // MostKeptTogether: rows that a sheet of paper does not part. OnPaper: rows of an example that are printed, as the style says too.
    private const int RowsMeasured = 60, MostKeptTogether = 12, OnPaper = ReportTable.RowsOnPaper;

    /// <summary>Appends the table with at most <paramref name="mostRows"/> rows.</summary>
    public static void Write(ReportTable table, Language shown, int mostRows, StringBuilder to)
    {
        if (table.Searchable) WriteFilter(table, to);
        to.Append(table.Rows.Count <= MostKeptTogether ? "<div class=\"wide short\" " : "<div class=\"wide\" ")
            .Append("role=\"group\" tabindex=\"0\"").Append(HtmlText.Attribute("aria-label", table.Title, shown)).Append('>');
        to.Append(
            CultureInfo.InvariantCulture,
            $"<table id=\"t-{table.Id}\"{Classes(table)}><caption>{HtmlText.Both(table.Title)}</caption><thead><tr>");
        for (var i = 0; i < table.Columns.Count; i++) WriteHeading(table, i, to);
        to.Append("</tr></thead><tbody>");
        WriteRows(table, mostRows, to);
        to.Append("</table></div>");
        if (table.Rows.Count == 0) Note(Wording.Of("no-rows"), to);
        if (table.Rows.Count > mostRows) Note(Wording.Of("more-rows"), to);
        if (table.IsExample && table.Rows.Count > OnPaper)
            to.Append("<p class=\"note on-paper\">").Append(HtmlText.Both(Wording.Of("example-rows"))).Append("</p>");
        foreach (var note in table.Notes) Note(note, to);
    }

    /// <summary>Whether the table needs the long side of a sheet.</summary>
    public static bool IsBroad(ReportTable table) =>
        table.Columns.Count >= 11 || (table.Columns.Count >= 10 && table.Rows.Count > MostKeptTogether);

    private static string Classes(ReportTable table)
    {
        var names = string.Join(
            ' ',
            new[] { table.Searchable ? "searchable" : "", table.IsExample ? "example" : "", table.Columns.Count >= 16 ? "broadest" : "" }
                .Where(name => name.Length > 0));
        return names.Length == 0 ? "" : $" class=\"{names}\"";
    }

    private static void WriteRows(ReportTable table, int mostRows, StringBuilder to)
    {
        var written = 0;
        var hasTotal = false;
        foreach (var (cells, isTotal) in table.CheckedRows())
        {
            if (!isTotal && ++written > mostRows) continue;
            if (isTotal) to.Append("</tbody><tfoot>");
            hasTotal |= isTotal;
            to.Append("<tr>");
            for (var i = 0; i < cells.Count; i++) WriteCell(cells[i], table.Columns[i].Kind, i == 0, table.Unit, to);
            to.Append("</tr>");
        }

        to.Append(hasTotal ? "</tfoot>" : "</tbody>");
    }

    private static void WriteFilter(ReportTable table, StringBuilder to) => to.Append(
        CultureInfo.InvariantCulture,
        $"<p class=\"filter\"><label for=\"f-{table.Id}\">{HtmlText.Both(Wording.Of("filter-hint"))}</label> <input id=\"f-{table.Id}\" type=\"search\" data-table=\"t-{table.Id}\" autocomplete=\"off\"> <span class=\"quiet\" role=\"status\">{HtmlText.Both(Wording.Of("rows-shown"))} <output>{table.Rows.Count}</output> / {table.Rows.Count}</span></p>");

    private static void WriteHeading(ReportTable table, int index, StringBuilder to)
    {
        var column = table.Columns[index];
        var title = HtmlText.Both(column.TitleWithUnit(table.Unit));
        var kind = column.Kind == ColumnKind.Text ? LeastWidth(table, index) : " class=\"n\"";
        to.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{kind}>");
        to.Append(table.Searchable ? $"<button type=\"button\">{title}</button>" : title).Append("</th>");
    }

    // Texts may break anywhere, so a wide table would squeeze them to one character a line. Both languages count: the page switches.
    private static string LeastWidth(ReportTable table, int index)
    {
        var widest = table.Rows.Take(RowsMeasured)
            .SelectMany(row => new[] { Language.Zh, Language.En }
                .Select(language => ShortName.Width(CellText.Of(row[index], table.Unit, language))))
            .DefaultIfEmpty(0)
            .Max();
        return string.Create(CultureInfo.InvariantCulture, $" style=\"--least:{Math.Min(15, (widest * 0.56) + 2):0.#}em\"");
    }

    private static void WriteCell(Cell cell, ColumnKind kind, bool isFirst, MoneyUnit unit, StringBuilder to)
    {
        // An empty heading would head nothing.
        var isHeading = isFirst && cell != Cell.Blank;
        var tag = isHeading ? "th" : "td";
        to.Append('<').Append(tag).Append(isHeading ? " scope=\"row\"" : "").Append(Attributes(cell, kind, unit)).Append('>');
        to.Append(cell switch
        {
            TextCell text => HtmlText.Both(text.Value),
            MissingCell missing => HtmlText.Both(missing.Why),
            _ => HtmlText.Escape(CellText.Of(cell, unit, Language.Zh)),
        });
        to.Append("</").Append(tag).Append('>');
    }

    private static string Attributes(Cell cell, ColumnKind kind, MoneyUnit unit) => cell switch
    {
        YuanCell yuan => $" class=\"n\" data-v=\"{yuan.Amount}\"{Exact(yuan, unit)}",
        CountCell count => string.Create(CultureInfo.InvariantCulture, $" class=\"n\" data-v=\"{count.Number:0.##}\""),
        RatioCell ratio => $" class=\"n\" data-v=\"{Number(ratio.Value)}\"",
        ProbabilityCell probability => $" class=\"n\" data-v=\"{Number(probability.Value)}\"",
        DateCell => " class=\"d\"",
        MissingCell => kind is ColumnKind.Text or ColumnKind.Date ? " class=\"missing\"" : " class=\"n missing\"",
        _ => "",
    };

    private static string Exact(YuanCell yuan, MoneyUnit unit)
    {
        var inUnits = unit.InUnits(yuan.Amount);
        return inUnits == Math.Round(inUnits, 2) ? "" : $" title=\"¥{MoneyUnit.Yuan.Format(yuan.Amount)}\"";
    }

    private static string Number(double value) =>
        double.IsFinite(value) ? value.ToString("0.######", CultureInfo.InvariantCulture) : value > 0 ? "Infinity" : "-Infinity";

    private static void Note(Text text, StringBuilder to) => to.Append("<p class=\"note\">").Append(HtmlText.Both(text)).Append("</p>");
}
