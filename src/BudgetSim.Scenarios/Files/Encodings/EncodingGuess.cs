// Decides how the bytes of a file spell text, and decodes them strictly.
using System.Text;
using System.Text.Unicode;

namespace BudgetSim.Scenarios.Files.Encodings;

/// <summary>Byte order marks first, then strict UTF-8, then the pattern of UTF-16, then strict GB18030.</summary>
public static class EncodingGuess
{
    private const int SampleLength = 4096;

    /// <summary>The encoding of <paramref name="bytes"/>; bytes that no encoding explains are <see cref="TextEncoding.Unknown"/>.</summary>
    public static TextEncoding Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return TextEncoding.Utf16LittleEndian;
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return TextEncoding.Utf16BigEndian;
        if (PatternOfUtf16(bytes) is { } wide) return wide;
        if (Utf8.IsValid(bytes)) return TextEncoding.Utf8;
        return Decode(bytes, TextEncoding.Gb18030) is null ? TextEncoding.Unknown : TextEncoding.Gb18030;
    }

    /// <summary>The text of <paramref name="bytes"/> without byte order mark, or null when a byte does not fit the encoding.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, TextEncoding encoding)
    {
        if (Decoder(encoding) is not { } decoder) return null;
        try
        {
            return decoder.GetString(WithoutMark(bytes, encoding));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The encoding's name as people know it.</summary>
    public static string NameOf(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => "UTF-8",
        TextEncoding.Gb18030 => "GB18030 (GBK)",
        TextEncoding.Utf16LittleEndian or TextEncoding.Utf16BigEndian => "UTF-16",
        _ => "an unknown encoding",
    };

    private static Encoding? Decoder(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => new UTF8Encoding(false, throwOnInvalidBytes: true),
        TextEncoding.Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding(
            54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        TextEncoding.Utf16LittleEndian => new UnicodeEncoding(false, false, throwOnInvalidBytes: true),
        TextEncoding.Utf16BigEndian => new UnicodeEncoding(true, false, throwOnInvalidBytes: true),
        _ => null,
    };

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes, TextEncoding encoding)
    {
        ReadOnlySpan<byte> mark = encoding switch
        {
            TextEncoding.Utf8 => [0xEF, 0xBB, 0xBF],
            TextEncoding.Utf16LittleEndian => [0xFF, 0xFE],
            TextEncoding.Utf16BigEndian => [0xFE, 0xFF],
            _ => [],
        };
        return bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes;
    }

    // Text in UTF-16 has a zero in one byte of most pairs; text in any other encoding has none.
    private static TextEncoding? PatternOfUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleLength)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        var many = Math.Max(2, sample.Length / 5);
        if (odd >= many && even == 0) return TextEncoding.Utf16LittleEndian;
        return even >= many && odd == 0 ? TextEncoding.Utf16BigEndian : null;
    }
}
