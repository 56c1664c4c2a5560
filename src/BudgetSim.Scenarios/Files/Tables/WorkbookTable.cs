// Reads one sheet of a workbook as a table.
using System.IO.Compression;
using System.Xml;
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>
/// Parts are streamed, never held as a document. Formulas give their stored results, merged cells the value of the
/// first; hidden sheets are passed over.
/// </summary>
public static class WorkbookTable
{
    /// <summary>The most bytes a workbook may unpack to: 512 MB.</summary>
    public const long UnpackedLimit = 512L << 20;

    /// <summary>The first visible sheet of the workbook in <paramref name="bytes"/>, or the one named <paramref name="sheet"/>.</summary>
    public static Loaded<Table> Read(string file, byte[] bytes, string? sheet = null, long limit = UnpackedLimit)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var parts = new WorkbookParts(archive, limit);
            return parts.SayTooLarge ? Refuse(WorkbookFaults.TooLarge(file, limit)) : Read(file, parts, sheet);
        }
        catch (UnpackingTooMuchException)
        {
            return Refuse(WorkbookFaults.TooLarge(file, limit));
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException or NotSupportedException
            or ArgumentException or OverflowException)
        {
            return Refuse(WorkbookFaults.Broken(file));
        }
    }

    private static Loaded<Table> Read(string file, WorkbookParts parts, string? wanted)
    {
        if (WorkbookSheets.Read(parts) is not { } sheets) return Refuse(WorkbookFaults.Broken(file));
        var sheet = sheets.Visible.FirstOrDefault(one => wanted is null || one.Name == wanted);
        if (sheet.Part is null) return Refuse(WorkbookFaults.NoSheet(file, wanted, [.. sheets.Visible.Select(one => one.Name)]));
        using var reader = parts.Open(sheet.Part);
        if (reader is null) return Refuse(WorkbookFaults.Broken(file));
        var rows = new WorkbookRows(file, reader, WorkbookTexts.Read(parts), WorkbookDates.Read(parts), sheets.DaysFrom1904);
        var cells = rows.Read();
        return TableShape.ToTable(file, cells, pad: true, [.. rows.Faults]);
    }

    private static Loaded<Table> Refuse(Diagnostic fault) => new(null, [fault]);
}
