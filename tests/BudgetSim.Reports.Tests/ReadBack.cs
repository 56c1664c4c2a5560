// Reads our own files back with other people's readers.
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace BudgetSim.Reports.Tests;

internal static class ReadBack
{
    // The texts of a CSV file as another reader sees them, [row][column], first row the headings.
    public static List<string[]> Csv(byte[] file)
    {
        using var text = new StreamReader(new MemoryStream(file), System.Text.Encoding.UTF8);
        using var parser = new CsvHelper.CsvParser(text, System.Globalization.CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (parser.Read()) rows.Add(parser.Record!);
        return rows;
    }

    // The cells of a sheet, by their reference.
    public static Dictionary<string, Cell> Sheet(SpreadsheetDocument document, string name)
    {
        var workbook = document.WorkbookPart!;
        var id = workbook.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == name).Id!;
        var part = (WorksheetPart)workbook.GetPartById(id!);
        return part.Worksheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
    }

    // What a spreadsheet shows for a text cell: the escapes of the workbook format undone.
    public static string Text(Cell cell) =>
        System.Text.RegularExpressions.Regex
            .Replace(cell.InnerText, "_x([0-9A-Fa-f]{4})_", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
}
