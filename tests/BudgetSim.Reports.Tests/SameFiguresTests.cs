// Every output holds the same figures, and texts literally.
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Csv;
using BudgetSim.Reports.Html;
using BudgetSim.Reports.Json;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Reports.Workbooks;
using DocumentFormat.OpenXml.Packaging;

namespace BudgetSim.Reports.Tests;

public sealed class SameFiguresTests
{
    private static readonly ReportTable Table = SampleReport.Clauses(12, i => Text.Same("clause " + i));
    private static readonly Report Report = SampleReport.Of(Table, [Samples.Bands(12)]);

    // [row][column] as the CSV has them: the form the others are held against.
    private static List<string[]> Expected() =>
        ReadBack.Csv(CsvBytes(Table)).Skip(1).Select(row => row.Where((_, i) => i != 3).ToArray()).ToList();

    [Fact]
    public void Json_HoldsTheFiguresOfTheCsv()
    {
        using var stream = new MemoryStream();
        ReportJson.Write(Report, stream);
        var table = JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("sections")[0].GetProperty("tables")[0];
        var rows = table.GetProperty("rows").EnumerateArray().Append(table.GetProperty("total")).ToList();
        Assert.Equal(Expected(), rows.Select(row => row.EnumerateArray().Select(FromJson).ToArray()).ToList());
    }

    [Fact]
    public void Workbook_HoldsTheFiguresOfTheCsv()
    {
        using var document = OpenWorkbook(Report);
        var cells = ReadBack.Sheet(document, Table.Title.Zh);
        var expected = Expected();
        for (var row = 0; row < expected.Count; row++)
        {
            for (var column = 0; column < expected[row].Length; column++)
            {
                var cell = cells[$"{(char)('A' + column)}{row + 3}"];
                Assert.Equal(expected[row][column], FromSheet(cell, Table.Columns[column].Kind));
            }
        }
    }

    [Fact]
    public void Page_HoldsTheFiguresOfTheCsv()
    {
        var page = HtmlPage.Write(Report, Language.Zh, "");
        var table = Regex.Match(page, "<table id=\"t-forecast\".*?</table>", RegexOptions.Singleline).Value;
        var figures = Regex.Matches(table, "data-v=\"([^\"]*)\"").Select(match => match.Groups[1].Value);
        var expected = Expected().SelectMany(row => row.Skip(1))
            .Where(text => Regex.IsMatch(text, "^-?[0-9.]+$|^inf$"))
            .Select(text => text == "inf" ? "Infinity" : text);
        Assert.Equal(expected, figures);
    }

    [Fact]
    public void Drawing_HoldsTheFiguresOfItsTable()
    {
        var chart = Samples.Bands(12);
        var drawn = JsonDocument.Parse(ChartJson.Write(chart)).RootElement.GetProperty("bands")
            .EnumerateArray()
            .Select(band => band.GetProperty("p90").GetProperty("v").GetDecimal())
            .ToList();
        var listed = ReadBack.Csv(CsvBytes(chart.ToTable())).Skip(1)
            .Select(row => decimal.Parse(row[3], CultureInfo.InvariantCulture))
            .OrderDescending();
        Assert.Equal(listed, drawn);
    }

    [Fact]
    public void Label_OfADrawing_IsTheTextOfTheTable()
    {
        var chart = Samples.Bands(3);
        var label = JsonDocument.Parse(ChartJson.Write(chart)).RootElement.GetProperty("bands")[0]
            .GetProperty("p50")
            .GetProperty("t")
            .GetString();
        Assert.Equal("6,835.00", label);
        Assert.Equal(label, CellText.Of(chart.ToTable().Rows[0][2], chart.Unit, Language.Zh));
    }

    internal static byte[] CsvBytes(ReportTable table)
    {
        using var stream = new MemoryStream();
        CsvTable.Write(table, Language.Zh, stream);
        return stream.ToArray();
    }

    internal static SpreadsheetDocument OpenWorkbook(Report report)
    {
        var stream = new MemoryStream();
        Workbook.Write(report, Language.Zh, [], stream);
        stream.Position = 0;
        return SpreadsheetDocument.Open(stream, false);
    }

    private static string FromJson(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Number => cell.GetRawText(),
        JsonValueKind.String => cell.GetString() == "Infinity" ? "inf" : cell.GetString()!,
        _ when cell.TryGetProperty("atLeast", out var least) => least.GetRawText(),
        _ when cell.TryGetProperty("missing", out var missing) => missing.GetProperty("zh").GetString()!,
        _ => cell.GetProperty("zh").GetString()!,
    };

    private static string FromSheet(DocumentFormat.OpenXml.Spreadsheet.Cell cell, ColumnKind kind)
    {
        if (cell.CellValue is null) return cell.InnerText == "∞" ? "inf" : ReadBack.Text(cell);
        var number = decimal.Parse(cell.CellValue.Text, CultureInfo.InvariantCulture);
        return kind switch
        {
            ColumnKind.Yuan => (number * 10_000).ToString("0.00", CultureInfo.InvariantCulture),
            ColumnKind.Date => DateTime.FromOADate((double)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ColumnKind.Count => number.ToString("0.##", CultureInfo.InvariantCulture),
            _ => number.ToString("0.######", CultureInfo.InvariantCulture),
        };
    }
}
