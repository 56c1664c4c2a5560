// The faults of workbooks.
using System.Globalization;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>Faults BS050 to BS057, and BS148.</summary>
internal static class WorkbookFaults
{
    public static Diagnostic EncryptedOrOld(string file) =>
        Diagnostic.Error(
            Place.Of(file),
            "BS050",
            "found a workbook with a password or in the old xls format, expected xlsx",
            "remove the password, or save it as xlsx or CSV");

    public static Diagnostic NotAWorkbook(string file) =>
        Diagnostic.Error(
            Place.Of(file),
            "BS051",
            "the name ends in .xlsx but the content is no workbook",
            "open it in a spreadsheet and save it as xlsx, or rename it to .csv if it is text");

    public static Diagnostic Broken(string file) =>
        Diagnostic.Error(
            Place.Of(file), "BS052", "the workbook is damaged or incomplete", "open it in a spreadsheet and save it again as xlsx");

    public static Diagnostic TooLarge(string file, long limit) =>
        Diagnostic.Error(
            Place.Of(file),
            "BS053",
            string.Create(CultureInfo.InvariantCulture, $"the workbook unpacks to more than {limit >> 20} MB"),
            "save the sheet as CSV, or check that this is the file you mean");

    public static Diagnostic NoSheet(string file, string? wanted, IReadOnlyCollection<string> sheets)
    {
        var message = wanted is null ? "the workbook has no visible sheet" : $"the workbook has no visible sheet {Shown.Text(wanted)}";
        return Diagnostic.Error(
            Place.Of(file), "BS054", message, sheets.Count == 0 ? "make a sheet visible" : $"it has {Shown.Names(sheets)}");
    }

    public static Diagnostic SheetOfText(string file, string wanted) =>
        Diagnostic.Error(
            Place.Of(file),
            "BS148",
            $"the file is no workbook, so it has no sheet {Shown.Text(wanted)}",
            "leave the sheet out, or name an xlsx file");

    public static Diagnostic ErrorValue(Place where, string cell, string error) =>
        Diagnostic.Error(where, "BS055", $"the cell {cell} holds the error {Shown.Text(error)}, expected a value", "mend its formula");

    public static Diagnostic NoStoredValue(Place where, string cell) =>
        Diagnostic.Error(
            where, "BS056", $"the cell {cell} holds a formula without its result", "open the workbook in a spreadsheet and save it");

    public static Diagnostic MergedCells(Place where, string range) =>
        Diagnostic.Warning(
            where, "BS057", $"the cells {range} are merged: only the first of them has a value", "split them and fill in each cell");
}
