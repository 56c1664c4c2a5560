// The faults of a table's shape.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>Faults BS040 to BS049 and BS826.</summary>
internal static class TableFaults
{
    public static Diagnostic Empty(string file) =>
        Diagnostic.Error(Place.Of(file), "BS040", "the table is empty, expected a header and rows", "check that this is the file you mean");

    public static Diagnostic UnnamedColumn(Place where) =>
        Diagnostic.Error(where, "BS041", "this column has cells but no name", "name it in the header, or clear its cells");

    public static Diagnostic RepeatedColumn(Cell cell, Place first) =>
        Diagnostic.Error(
            cell.Where,
            "BS042",
            $"the column {Shown.Text(cell.Text)} occurs twice, first in column {first.Column}",
            "rename or remove one of the two");

    public static Diagnostic RaggedRow(Place where, int found, int expected) =>
        Diagnostic.Error(where, "BS043", $"this row has {found} cells, expected {expected} as in the header", found > expected
            ? "put a cell that holds the separator in quotes"
            : "add the missing cells, even if they are empty");

    public static Diagnostic TooManyColumns(Place where, int found, int most) =>
        Diagnostic.Error(where, "BS044", $"this row has {found} columns, expected at most {most}", "check that this is the file you mean");

    public static Diagnostic TooLong(Place where, int found, int most) =>
        Diagnostic.Error(
            where,
            "BS826",
            $"this cell has {found} signs, expected at most {most}",
            "shorten it, or look for a quote or line break that is missing");

    public static Diagnostic UnclosedQuote(Place where) =>
        Diagnostic.Error(where, "BS045", "the quote that opens here is never closed", "close it; write \"\" for one quote inside quotes");

    public static Diagnostic UnreadableText(string file) =>
        Diagnostic.Error(Place.Of(file), "BS046", "the bytes are not text in UTF-8, GB18030 or UTF-16", "save the file as CSV in UTF-8");

    public static Diagnostic MissingColumn(Place where, string name, IReadOnlyCollection<string> names)
    {
        var near = NearestName.Hint(name, names);
        return Diagnostic.Error(
            where, "BS047", $"the column '{name}' is missing", near.Length > 0 ? near : $"the file has {Shown.Names(names)}");
    }

    public static Diagnostic TitleSkipped(Cell title) =>
        Diagnostic.Warning(
            title.Where,
            "BS048",
            $"took {Shown.Text(title.Text)} for a title, not for the header",
            "remove this row if it is something else");

    public static Diagnostic TooManyCells(Place where, int most) =>
        Diagnostic.Error(
            where, "BS049", $"the table has more than {most} cells up to here", "split it, or check that this is the file you mean");
}
