// Knows which cell formats of a workbook show a number as a date.
using System.Xml;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>The formats of the cells by their number in the styles part.</summary>
internal static class WorkbookDates
{
    /// <summary>For each cell format whether it shows a day; empty when the workbook has no styles.</summary>
    public static IReadOnlyList<bool> Read(WorkbookParts parts)
    {
        var formats = new Dictionary<int, string>();
        var shown = new List<bool>();
        using var reader = parts.Open("xl/styles.xml");
        var inCells = false;
        while (reader?.Read() == true)
        {
            if (reader.LocalName == "cellXfs") inCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "numFmt") formats[Number(reader)] = reader.GetAttribute("formatCode") ?? "";
            if (inCells && reader.LocalName == "xf")
                shown.Add(IsBuiltInDate(Number(reader)) || IsDate(formats.GetValueOrDefault(Number(reader), "")));
        }

        return shown;
    }

    /// <summary>Whether a format code such as <c>yyyy"年"m"月"</c> shows a day or a month.</summary>
    public static bool IsDate(string code)
    {
        var (months, hours) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            switch (char.ToLowerInvariant(code[i]))
            {
                case 'y' or 'd': return true;
                case 'm': months = true; break;
                case 'h' or 's': hours = true; break;
                case '"': i = After(code, '"', i); break;
                case '[': i = After(code, ']', i); break;
                case '\\' or '_' or '*': i++; break;
                case ';': return months && !hours;
            }
        }

        return months && !hours;
    }

    private static int After(string code, char end, int start) =>
        code.IndexOf(end, start + 1) is var found and >= 0 ? found : code.Length;

    // The numbers that the format reserves for dates, those of Chinese and Japanese spreadsheets (27-36, 50-58) included.
    private static bool IsBuiltInDate(int format) =>
        format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or (>= 57 and <= 58);

    private static int Number(XmlReader reader) => int.TryParse(reader.GetAttribute("numFmtId"), out var number) ? number : 0;
}
