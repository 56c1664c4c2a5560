// Whatever an applicant writes as a name stays a name.
using System.Text.Json;
using System.Text.RegularExpressions;
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Html;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Reports.Workbooks;
using BudgetSim.Scenarios.Files.Tables;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using CellText = BudgetSim.Scenarios.Files.Tables.CellText;
using Text = BudgetSim.Reports.Values.Text;

namespace BudgetSim.Reports.Tests;

public sealed class HostileNameTests
{
    private static readonly ReportTable Table = SampleReport.Clauses(Hostile.Names.Count, i => Text.Same(Hostile.Names[i]));

    private static readonly BandsChart Chart = new(
        "bands",
        Text.Same(Hostile.Names[10]),
        Hostile.Names.Select((name, i) => new Band(Text.Same(name), new Money(i), new Money(i + 1), new Money(i + 2), new Money(i + 3)))
            .ToList());

    private static readonly Report Report = SampleReport.Of(Table, [Chart]);

    [Fact]
    public void Csv_OfHostileNames_ReadsBackAndStartsNoFormula()
    {
        var read = ReadBack.Csv(SameFiguresTests.CsvBytes(Table)).Skip(1).Take(Hostile.Names.Count).Select(row => row[0]).ToList();
        Assert.Equal(Hostile.Names.Select(WellFormed), read.Select(text => text.StartsWith('\'') ? text[1..] : text));
        Assert.DoesNotContain(read, text => text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Csv_WrittenAndReadAgain_GivesTheSameTexts()
    {
        string[] texts = ["=1+1", "-", "'x", "'-5", "''y", "＝1", "a\r\nb", "x\"y", "甲;乙", "平常"];
        var table = SampleReport.Clauses(texts.Length, i => Text.Same(texts[i]));
        var read = TableFile.Read("names.csv", SameFiguresTests.CsvBytes(table)).Value!;
        Assert.Equal(texts, read.Rows.Take(texts.Length).Select(row => CellText.Text(row[0])));
    }

    [Fact]
    public void Workbook_OfHostileNames_IsValidAndHoldsThemAsTexts()
    {
        using var document = SameFiguresTests.OpenWorkbook(Report);
        Assert.Empty(new OpenXmlValidator().Validate(document)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath} {fault.Description}"));
        var cells = ReadBack.Sheet(document, Table.Title.Zh);
        for (var i = 0; i < Hostile.Names.Count; i++)
        {
            var cell = cells[$"A{i + 3}"];
            Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
            Assert.Equal(
                WellFormed(Hostile.Names[i]).Replace("\r\n", "\n", StringComparison.Ordinal),
                ReadBack.Text(cell).Replace("\r\n", "\n", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Workbook_OfAnyReport_HasNoFormula()
    {
        using var document = SameFiguresTests.OpenWorkbook(Report);
        Assert.DoesNotContain(document.WorkbookPart!.WorksheetParts, part => part.Worksheet.Descendants<CellFormula>().Any());
    }

    [Fact]
    public void Page_OfHostileNames_HasOnlyItsOwnElements()
    {
        var page = HtmlPage.Write(Report, Language.Zh, "");
        Assert.Equal(5, Regex.Count(page, "<script"));
        Assert.DoesNotContain("<img", page);
        Assert.DoesNotContain("<!-- 注", page);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page);
    }

    [Fact]
    public void Drawing_OfHostileNames_IsJsonWithoutMarkup()
    {
        var json = ChartJson.Write(Chart);
        Assert.DoesNotContain('<', json);
        Assert.Equal(Hostile.Names.Count, JsonDocument.Parse(json).RootElement.GetProperty("bands").GetArrayLength());
    }

    [Theory]
    [InlineData("换\n行\t名", "换 行 名")]
    [InlineData("\u202Eabc\u202C", "abc")]
    [InlineData("一二三四五六", "一二三四…")]
    [InlineData("🚀🚀🚀🚀🚀🚀", "🚀🚀🚀🚀…")]
    public void ShortName_OfTenColumns_IsOneLineThatFits(string name, string expected) => Assert.Equal(expected, ShortName.Of(name, 10));

    [Fact]
    public void SheetNames_OfHostileTitles_AreValidAndUnique()
    {
        var taken = new HashSet<string>();
        var names = Hostile.Names.Concat(Hostile.Names).Select(name => SheetText.Name(name, taken)).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.Matches(@"^[^\[\]:*?/\\']([^\[\]:*?/\\]{0,29}[^\[\]:*?/\\'])?$", name));
        Assert.DoesNotContain("History", names);
    }

    // Half a surrogate pair cannot be written in any encoding; the replacement character stands for it.
    private static string WellFormed(string name) => string.Concat(name.EnumerateRunes().Select(rune => rune.ToString()));
}
