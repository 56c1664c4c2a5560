// Tells from its first bytes whether a file is a workbook.
namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>The first bytes of the formats that spreadsheets save.</summary>
internal static class WorkbookSignature
{
    /// <summary>A zip file, which every xlsx is.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>The container of workbooks with a password and of xls files before 2007.</summary>
    public static bool IsEncryptedOrOld(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
}
