// Writes the binary numbers of a workbook as the decimals that its author typed.
using System.Globalization;
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>Numbers with the fifteen digits that a spreadsheet shows, and days by their number.</summary>
internal static class WorkbookNumbers
{
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>A number, or a date when the cell shows one; text that is no number stays text.</summary>
    public static Cell CellOf(Place where, string text, bool isDate, bool from1904)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return new Cell(text, CellKind.Text, where);
        if (isDate && DayOf(number, from1904) is { } day)
            return new Cell(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Date, where);

        // Without a date format a day number of the 1904 calendar would be read four years too early.
        return new Cell(Decimal(text, number), from1904 ? CellKind.Text : CellKind.Number, where);
    }

    private static DateOnly? DayOf(double number, bool from1904)
    {
        var serial = from1904 ? number + 1462 : number;
        if (serial is not (>= 1 and < 2_958_466)) return null;
        return DayZero.AddDays((int)serial + (serial < 61 ? 1 : 0));
    }

    // 0.1 + 0.2 is stored as 0.30000000000000004 and shown as 0.3; a decimal made of a double has fifteen digits.
    private static string Decimal(string text, double number)
    {
        if (text.Length <= 15 && text.AsSpan().IndexOfAny('e', 'E') < 0) return text;
        return Math.Abs(number) < 1e28 ? ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture) : text;
    }
}
