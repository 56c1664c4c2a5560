// The styles of a workbook's cells, numbered as its style sheet lists them.
using System.Xml;

namespace BudgetSim.Reports.Workbooks;

/// <summary>Every look a cell can have; the value is its number in the style sheet.</summary>
internal enum CellStyle
{
    Plain,
    Title,
    Heading,
    Note,
    Text,
    FormulaLike,
    Whole,
    Cents,
    AtLeast,
    AtLeastWhole,
    Percent,
    Date,
    TotalText,
    TotalWhole,
    TotalCents,
    TotalAtLeast,
    TotalAtLeastWhole,
    TotalPercent,
    TotalDate,
    Strong,
    Missing,
}

/// <summary>Writes the style sheet.</summary>
internal static class StyleSheet
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly (CellStyle Style, int Format, int Font, int Fill, int Border, string Align, bool QuotePrefix)[] Looks =
    [
        (CellStyle.Plain, 0, 0, 0, 0, "", false),
        (CellStyle.Title, 0, 1, 0, 0, "center", false),
        (CellStyle.Heading, 0, 2, 2, 1, "heading", false),
        (CellStyle.Note, 0, 3, 0, 0, "plain-wrap", false),
        (CellStyle.Text, 49, 0, 0, 1, "wrap", false),
        (CellStyle.FormulaLike, 49, 0, 0, 1, "wrap", true),
        (CellStyle.Whole, 3, 0, 0, 1, "", false),
        (CellStyle.Cents, 4, 0, 0, 1, "", false),
        (CellStyle.AtLeast, 164, 0, 0, 1, "", false),
        (CellStyle.AtLeastWhole, 167, 0, 0, 1, "", false),
        (CellStyle.Percent, 165, 0, 0, 1, "", false),
        (CellStyle.Date, 166, 0, 0, 1, "", false),
        (CellStyle.TotalText, 49, 4, 3, 1, "wrap", false),
        (CellStyle.TotalWhole, 3, 4, 3, 1, "", false),
        (CellStyle.TotalCents, 4, 4, 3, 1, "", false),
        (CellStyle.TotalAtLeast, 164, 4, 3, 1, "", false),
        (CellStyle.TotalAtLeastWhole, 167, 4, 3, 1, "", false),
        (CellStyle.TotalPercent, 165, 4, 3, 1, "", false),
        (CellStyle.TotalDate, 166, 4, 3, 1, "", false),
        (CellStyle.Strong, 0, 4, 0, 0, "plain-wrap", false),
        (CellStyle.Missing, 49, 3, 0, 1, "right", false),
    ];

    /// <summary>Writes the part.</summary>
    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        xml.WriteRaw("""
            <numFmts count="4"><numFmt numFmtId="164" formatCode="&quot;≥ &quot;#,##0.00"/><numFmt numFmtId="165" formatCode="#,##0.00%"/><numFmt numFmtId="166" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="167" formatCode="&quot;≥ &quot;#,##0"/></numFmts>
            <fonts count="5"><font><sz val="11"/><color rgb="FF1B2430"/><name val="等线"/></font><font><b/><sz val="16"/><color rgb="FF1B2430"/><name val="等线"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="等线"/></font><font><i/><sz val="10"/><color rgb="FF5B6675"/><name val="等线"/></font><font><b/><sz val="11"/><color rgb="FF1B2430"/><name val="等线"/></font></fonts>
            <fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF5"/></patternFill></fill></fills>
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FFC9D1DA"/></left><right style="thin"><color rgb="FFC9D1DA"/></right><top style="thin"><color rgb="FFC9D1DA"/></top><bottom style="thin"><color rgb="FFC9D1DA"/></bottom><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            """);
        xml.WriteStartElement("cellXfs", Main);
        xml.WriteAttributeString("count", $"{Looks.Length}");
        foreach (var look in Looks) xml.WriteRaw(Xf(look.Format, look.Font, look.Fill, look.Border, look.Align, look.QuotePrefix));
        xml.WriteEndElement();
        xml.WriteRaw("""<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>""");
        xml.WriteEndElement();
    }

    private static string Xf(int format, int font, int fill, int border, string align, bool quotePrefix)
    {
        var alignment = align switch
        {
            "wrap" => """<alignment horizontal="left" vertical="center" wrapText="1" indent="1"/>""",
            "plain-wrap" => """<alignment vertical="center" wrapText="1"/>""",
            "heading" => """<alignment horizontal="center" vertical="center" wrapText="1"/>""",
            "right" => """<alignment horizontal="right" vertical="center"/>""",
            _ => """<alignment vertical="center"/>""",
        };
        var quote = quotePrefix ? " quotePrefix=\"1\"" : "";
        return
            $"""<xf numFmtId="{format}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0"{quote} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">{alignment}</xf>""";
    }
}
