// The encodings that policy files and exported tables are found in.
namespace BudgetSim.Scenarios.Files.Encodings;

/// <summary>How the bytes of a file spell its characters.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, with or without byte order mark.</summary>
    Utf8,

    /// <summary>GB18030, of which GBK and GB2312 are parts: what Excel in China writes as CSV.</summary>
    Gb18030,

    /// <summary>UTF-16 as Windows writes it ("Unicode").</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16 with the high byte first.</summary>
    Utf16BigEndian,

    /// <summary>None of these.</summary>
    Unknown,
}
