// The scripts and the style that a page carries inside, and their hashes for its content policy.
using System.Security.Cryptography;
using System.Text;

namespace BudgetSim.Reports.Html;

/// <summary>Resources of this assembly; a hash allows exactly this script and no other.</summary>
internal static class PageScript
{
    private static readonly string[] DrawingFiles =
        typeof(PageScript).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("charts/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();

    /// <summary>The drawing scripts that the painting process uses too, in order.</summary>
    public static string Drawing { get; } = string.Concat(DrawingFiles.Select(Resource));

    /// <summary>The page's own behaviour: language, appearance, sorting, filtering, printing.</summary>
    public static string Behaviour { get; } = Resource("page/report.js");

    /// <summary>The page's style.</summary>
    public static string Style { get; } = Resource("page/report.css");

    /// <summary>Keeps a script from ending its element early.</summary>
    public static string Inline(string script) =>
        script.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
            .Replace("<!--", "<\\!--", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal);

    /// <summary>The script's source expression for a content policy.</summary>
    public static string Hash(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    private static string Resource(string name)
    {
        using var stream = typeof(PageScript).Assembly
            .GetManifestResourceStream(name) ?? throw new InvalidOperationException($"resource {name} is missing");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
