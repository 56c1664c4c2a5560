// Reads the texts that the cells of a workbook share.
using System.Text;
using System.Xml;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>Texts made of runs; the readings above Chinese or Japanese characters are left out.</summary>
internal static class WorkbookTexts
{
    /// <summary>The shared texts in order; none when the workbook has no such part.</summary>
    public static IReadOnlyList<string> Read(WorkbookParts parts)
    {
        var texts = new List<string>();
        using var reader = parts.Open("xl/sharedStrings.xml");
        while (reader?.Read() == true)
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
                texts.Add(Text(reader));
        return texts;
    }

    /// <summary>The text of the element the reader stands on, and leaves the reader at its end.</summary>
    public static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var text = new StringBuilder();
        var (depth, inText, inReading) = (reader.Depth, false, false);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.LocalName == "rPh") inReading = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            if (reader.LocalName == "t") inText = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            if (inText && !inReading
                    && reader.NodeType is (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
                        or XmlNodeType.CDATA))
                text.Append(reader.Value);
        }

        return text.ToString();
    }
}
