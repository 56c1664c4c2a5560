// Turns texts into HTML in which nothing a user wrote is ever markup.
using System.Globalization;
using System.Text;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Html;

/// <summary>Escaped texts; a text that differs between the languages stands there twice, and the page shows one.</summary>
internal static class HtmlText
{
    /// <summary>The text for content and quoted attributes; characters that HTML cannot hold become U+FFFD.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': safe.Append("&amp;"); break;
                case '<': safe.Append("&lt;"); break;
                case '>': safe.Append("&gt;"); break;
                case '"': safe.Append("&quot;"); break;
                case '\'': safe.Append("&#39;"); break;
                case '\r': safe.Append("&#13;"); break;
                default: safe.Append(IsForbidden(rune) ? "\uFFFD" : rune.ToString()); break;
            }
        }

        return safe.ToString();
    }

    /// <summary>Both languages in spans, or the text alone where they agree.</summary>
    public static string Both(Text text)
    {
        var (zh, en) = (text.In(Language.Zh), text.In(Language.En));
        return zh == en ? Escape(zh) : $"<span lang=\"zh-CN\">{Escape(zh)}</span><span lang=\"en\">{Escape(en)}</span>";
    }

    /// <summary>An attribute whose value follows the language: the page's script reads data-zh and data-en.</summary>
    public static string Attribute(string name, Text text, Language shown) => string.Create(
        CultureInfo.InvariantCulture,
        $" {name}=\"{Escape(text.In(shown))}\" data-say=\"{name}\" data-zh=\"{Escape(text.In(Language.Zh))}\" data-en=\"{Escape(text.In(Language.En))}\"");

    private static bool IsForbidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control && rune.Value is not ('\t' or '\n');
}
