// Writes a report as one HTML file that opens from disk, without a network, and holds everything.
using System.Globalization;
using System.Text;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Html;

/// <summary>
/// One file of at most 2.5 million bytes: where the tables would make it larger, the page lists fewer of their rows and says
/// so. The chart library (echarts.min.js) is given as text; an empty text leaves the tables alone.
/// </summary>
public static class HtmlPage
{
    /// <summary>The size that a page does not exceed, in bytes.</summary>
    public const int MostBytes = 2_500_000;

    private static readonly int[] RowLimits = [2_000, 1_000, 500, 250, 120, 60, 30, 15, 8, 4, 2, 1];

    /// <summary>The page, opening in <paramref name="shown"/>.</summary>
    public static string Write(Report report, Language shown, string chartLibrary)
    {
        var library = PageScript.Inline(chartLibrary);
        var page = "";
        foreach (var mostRows in RowLimits)
        {
            page = Page(report, shown, library, mostRows);
            if (Encoding.UTF8.GetByteCount(page) <= MostBytes) break;
        }

        return page;
    }

    private static string Page(Report report, Language shown, string library, int mostRows)
    {
        var page = new StringBuilder();
        var scripts = new[] { library, PageScript.Inline(PageScript.Drawing), PageScript.Inline(PageScript.Behaviour) };
        Head(report, shown, scripts, page);
        Banner(report, shown, page);
        var section = new HtmlSection(shown, mostRows, page);
        page.Append("<main id=\"content\" tabindex=\"-1\">");
        section.Summary(report);
        foreach (var part in report.Sections) section.Section(part);
        section.Table("filing", Wording.Of("filing"), report.Filing);
        section.Table("assumptions", Wording.Of("assumptions"), report.Assumptions);
        section.Table("readings", Wording.Of("readings"), report.Readings);
        section.Certificate(report.Certificate);
        section.Table("manifest", Wording.Of("manifest"), report.ManifestTable());
        page.Append("</main><noscript><p class=\"note\">").Append(HtmlText.Both(Wording.Of("needs-script"))).Append("</p></noscript>");
        Scripts(report, scripts, page);
        return page.Append("</body></html>\n").ToString();
    }

    private static void Head(Report report, Language shown, string[] scripts, StringBuilder page)
    {
        var (code, short_) = shown == Language.Zh ? ("zh-CN", "zh") : ("en", "en");
        var policy =
            $"default-src 'none'; script-src {string.Join(' ', scripts.Select(PageScript.Hash))}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
        page.Append(
            CultureInfo.InvariantCulture,
            $"<!doctype html>\n<html lang=\"{code}\" data-language=\"{short_}\" data-theme=\"auto\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        page.Append(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><meta name=\"generator\" content=\"BudgetSim\"><link rel=\"icon\" href=\"data:,\">");
        page.Append(
            CultureInfo.InvariantCulture,
            $"<title{HtmlText.Attribute("title", report.Title, shown)[HtmlText.Attribute("title", report.Title, shown).IndexOf(" data-say", StringComparison.Ordinal)..]}>{HtmlText.Escape(report.Title.In(shown))}</title><style>{PageScript.Style}</style></head>\n<body>");
    }

    private static void Banner(Report report, Language shown, StringBuilder page)
    {
        page.Append("<a class=\"skip\" href=\"#content\">")
            .Append(HtmlText.Both(Wording.Of("skip")))
            .Append("</a><header><div class=\"tools\">");
        Buttons("language", [("zh", Text.Same("中文")), ("en", Text.Same("English"))], shown, page);
        Buttons(
            "theme",
            [("auto", Wording.Of("theme-auto")), ("light", Wording.Of("theme-light")), ("dark", Wording.Of("theme-dark"))],
            shown,
            page);
        page.Append("<button type=\"button\" id=\"print\">").Append(HtmlText.Both(Wording.Of("print"))).Append("</button></div>");
        page.Append("<h1>")
            .Append(HtmlText.Both(report.Title))
            .Append("</h1><p class=\"subtitle\">")
            .Append(HtmlText.Both(report.Subtitle))
            .Append("</p>");
        page.Append("<nav").Append(HtmlText.Attribute("aria-label", Wording.Of("contents"), shown)).Append("><ol>");
        foreach (var (id, title) in Contents(report))
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{id}\">{HtmlText.Both(title)}</a></li>");
        page.Append("</ol></nav></header>");
    }

    private static IEnumerable<(string Id, Text Title)> Contents(Report report)
    {
        yield return ("summary", Wording.Of("summary"));
        foreach (var section in report.Sections) yield return (section.Id, section.Title);
        if (report.Filing is not null) yield return ("filing", Wording.Of("filing"));
        if (report.Assumptions is not null) yield return ("assumptions", Wording.Of("assumptions"));
        if (report.Readings is not null) yield return ("readings", Wording.Of("readings"));
        if (report.Certificate is not null) yield return ("certificate", Wording.Of("certificate"));
        if (report.Manifest.Count > 0) yield return ("manifest", Wording.Of("manifest"));
    }

    private static void Buttons(string name, (string Value, Text Label)[] choices, Language shown, StringBuilder page)
    {
        page.Append("<div role=\"group\"").Append(HtmlText.Attribute("aria-label", Wording.Of(name), shown)).Append('>');
        foreach (var (value, label) in choices)
            page.Append(
                CultureInfo.InvariantCulture,
                $"<button type=\"button\" data-set=\"{name}\" data-to=\"{value}\" aria-pressed=\"false\">{HtmlText.Both(label)}</button>");
        page.Append("</div>");
    }

    private static void Scripts(Report report, string[] scripts, StringBuilder page)
    {
        page.Append("<script type=\"application/json\" id=\"charts\">[")
            .AppendJoin(",\n", report.Charts.Select(ChartJson.Write))
            .Append("]</script>");
        page.Append("<script type=\"application/json\" id=\"words\">").Append(Wording.ToJson()).Append("</script>");
        foreach (var script in scripts) page.Append("<script>").Append(script).Append("</script>\n");
    }
}
