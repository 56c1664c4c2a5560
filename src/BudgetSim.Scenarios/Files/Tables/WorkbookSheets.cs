// The sheets of a workbook that can be read.
using System.Xml;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>The visible sheets in order, as name and part; and whether days are counted from 1904.</summary>
internal sealed record WorkbookSheets(IReadOnlyList<(string Name, string Part)> Visible, bool DaysFrom1904)
{
    /// <summary>Reads the main part; null when there is none.</summary>
    public static WorkbookSheets? Read(WorkbookParts parts)
    {
        using var reader = parts.Open("xl/workbook.xml");
        if (reader is null) return null;
        var targets = parts.Targets();
        var (visible, from1904) = (new List<(string, string)>(), false);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "workbookPr") from1904 = reader.GetAttribute("date1904") is "1" or "true";
            if (reader.LocalName == "sheet" && IsVisible(reader) && PartOf(reader, targets) is { } part)
                visible.Add((reader.GetAttribute("name") ?? "", part));
        }

        return new WorkbookSheets(visible, from1904);
    }

    private static bool IsVisible(XmlReader sheet) => sheet.GetAttribute("state") is null or "visible";

    private static string? PartOf(XmlReader sheet, Dictionary<string, string> targets)
    {
        string? part = null;
        while (sheet.MoveToNextAttribute())
            if (sheet.LocalName == "id" && sheet.NamespaceURI.Length > 0)
                part = targets.GetValueOrDefault(sheet.Value);
        sheet.MoveToElement();
        return part?.Contains("chartsheets", StringComparison.Ordinal) == true ? null : part;
    }
}
