// Names of cells in a workbook, such as B7.
namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>Rows and columns from 1 and back.</summary>
internal static class CellName
{
    /// <summary>The row and column of <c>B7</c>: 7 and 2; false for anything else or beyond a sheet's edge.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out int row, out int column)
    {
        (row, column) = (0, 0);
        var i = 0;
        for (; i < name.Length && i < 3 && name[i] is >= 'A' and <= 'Z'; i++) column = (column * 26) + name[i] - 'A' + 1;
        return i > 0 && name.Length - i is > 0 and <= 7 && int.TryParse(name[i..], out row) && row is > 0 and <= 1_048_576
            && column <= 16_384;
    }

    /// <summary>The name of the cell at a row and column.</summary>
    public static string Of(int row, int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + ((column - 1) % 26)) + letters;
        return $"{letters}{row}";
    }
}
