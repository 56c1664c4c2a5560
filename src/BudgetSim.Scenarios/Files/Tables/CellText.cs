// Turns cells into numbers, dates, truth values and texts, with the fault of those that are something else.
using System.Globalization;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Files.Encodings;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>
/// Each question answers null for a blank cell without a fault, and null with a fault for an unreadable one;
/// <c>column</c> is what messages call the value.
/// </summary>
public static class CellText
{
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>
    /// The text without the white space around it and without the apostrophe that our own CSV files guard formulas with, or null.
    /// </summary>
    public static string? Text(Cell cell) => cell.IsBlank ? null : FormulaGuard.Bared(cell.Text.Trim());

    /// <summary>
    /// An exact number: <c>1,200.50</c>, <c>¥1,200.50</c>, <c>35万</c>, <c>3%</c>, full-width digits, an exponent in a workbook.
    /// </summary>
    public static Fraction? Number(Cell cell, string column, ICollection<Diagnostic> faults)
    {
        if (cell.IsBlank) return null;
        if (ScalarText.TryNumber(WithoutCurrency(cell.Text), out var value)
                || (cell.Kind == CellKind.Number && ScalarText.TryJsonNumber(cell.Text, out value)))
            return value;
        faults.Add(ValueFaults.NotANumber(cell.Where, column, Shown.Text(cell.Text)));
        return null;
    }

    /// <summary>A day: <c>2026-06-30</c>, <c>2026/6/30</c>, <c>2026年6月30日</c>, or the day number of a workbook.</summary>
    public static DateOnly? Date(Cell cell, string column, ICollection<Diagnostic> faults)
    {
        if (cell.IsBlank) return null;
        if (cell.Kind == CellKind.Number)
        {
            if (DayOfSerial(cell.Text) is { } day) return day;
        }
        else if (DateText.TryParse(cell.Text, out var date))
        {
            return date;
        }

        faults.Add(ValueFaults.NotADate(cell.Where, column, Shown.Text(cell.Text)));
        return null;
    }

    /// <summary>A yes or no: 是 否 有 无 true false yes no y n 1 0 √ ✓ ×.</summary>
    public static bool? Truth(Cell cell, string column, ICollection<Diagnostic> faults)
    {
        if (cell.IsBlank) return null;
        var text = cell.Text.Trim();
        if (ScalarText.TryTruth(text, out var value)) return value;
        if (text is "1" or "１" or "有" or "✓" or "✔" or "Y" or "y") return true;
        if (text is "0" or "０" or "无" or "×" or "✗" or "N" or "n") return false;
        faults.Add(ValueFaults.NotATruth(cell.Where, column, Shown.Text(cell.Text)));
        return null;
    }

    /// <summary>The tree of a JSON cell, placed inside the file; null for a blank cell.</summary>
    public static Loaded<DataNode>? Json(Cell cell)
    {
        if (cell.IsBlank) return null;
        var quoted = cell.Kind == CellKind.Quoted;
        return JsonFile.ReadAt(cell.Text, quoted ? cell.Where.Right(1) : cell.Where, quoted);
    }

    // A spreadsheet writes cells of its currency format with the sign, and the accounting format with blanks around it.
    private static string WithoutCurrency(string text)
    {
        var start = text.TrimStart();
        return start.Length > 1 && start[0] is '¥' or '￥' ? start[1..] : text;
    }

    // From 61 on (1 March 1900) the day numbers of Excel are days since 1899-12-30; earlier ones mean nothing here.
    private static DateOnly? DayOfSerial(string text) =>
        int.TryParse(text.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 60 and <= 2_958_465
            ? DayZero.AddDays(serial)
            : null;
}
