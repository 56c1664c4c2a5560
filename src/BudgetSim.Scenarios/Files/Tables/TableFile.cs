// Reads a table from a CSV file, a tab-separated file or a workbook, whatever its extension says.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Encodings;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>
/// The first row with at least two cells is the header. CSV: UTF-8 with or without mark, GB18030, UTF-16; comma,
/// semicolon or tab. Workbook: the first visible sheet, or the one asked for.
/// </summary>
public static class TableFile
{
    /// <summary>The most bytes a table file may have: 128 MB.</summary>
    public const long SizeLimit = 128L << 20;

    /// <summary>
    /// Reads the table; <paramref name="sheet"/> names a sheet of a workbook, as does the end of a path like <c>claims.xlsx#2026</c>.
    /// </summary>
    public static Loaded<Table> Read(string path, string? sheet = null)
    {
        var file = FileOf(path);
        var bytes = SourceFile.ReadBytes(file, SizeLimit);
        return bytes.Succeeded
            ? Read(path, bytes.Value, sheet ?? (file.Length < path.Length ? path[(file.Length + 1)..] : null))
            : new Loaded<Table>(null, bytes.Diagnostics);
    }

    /// <summary>The file of a path that may name a sheet behind a #; a file that has the # in its own name comes first.</summary>
    public static string FileOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        for (var at = path.IndexOf('#'); at >= 0 && !File.Exists(path); at = path.IndexOf('#', at + 1))
            if (File.Exists(path[..at])) return path[..at];
        return path;
    }

    /// <summary>The same for bytes at hand; <paramref name="file"/> names them in messages.</summary>
    public static Loaded<Table> Read(string file, byte[] bytes, string? sheet = null)
    {
        if (WorkbookSignature.IsEncryptedOrOld(bytes)) return Refuse(WorkbookFaults.EncryptedOrOld(file));
        if (WorkbookSignature.IsZip(bytes)) return WorkbookTable.Read(file, bytes, sheet);
        if (file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)) return Refuse(WorkbookFaults.NotAWorkbook(file));
        return sheet is null ? CsvTable.Read(file, bytes) : Refuse(WorkbookFaults.SheetOfText(file, sheet));
    }

    private static Loaded<Table> Refuse(Diagnostic fault) => new(null, [fault]);
}
