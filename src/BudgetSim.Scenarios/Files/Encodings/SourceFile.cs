// Reads a file as bytes or as UTF-8 text, refusing what is missing, too large or in another encoding.
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Encodings;

/// <summary>The first step of every reader: bytes within a limit, then text. Faults BS001 to BS004.</summary>
public static class SourceFile
{
    /// <summary>The most bytes a YAML or JSON file may have: 16 MB.</summary>
    public const long TextLimit = 16L << 20;

    /// <summary>The bytes of <paramref name="path"/>; a file longer than <paramref name="limit"/> is refused before it is read.</summary>
    public static Loaded<byte[]> ReadBytes(string path, long limit)
    {
        try
        {
            if (Directory.Exists(path)) return Refuse<byte[]>(Unreadable(path, "it is a folder"));
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return stream.CanSeek && stream.Length > limit
                ? Refuse<byte[]>(TooLarge(path, stream.Length, limit))
                : ReadAll(stream, path, limit);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            return Refuse<byte[]>(Unreadable(path, ReasonOf(exception)));
        }
    }

    /// <summary>The text of a UTF-8 file, with or without byte order mark, free of NUL characters.</summary>
    public static Loaded<SourceText> ReadUtf8(string path, long limit = TextLimit)
    {
        var bytes = ReadBytes(path, limit);
        return bytes.Succeeded ? DecodeUtf8(path, bytes.Value) : new Loaded<SourceText>(null, bytes.Diagnostics);
    }

    /// <summary>The same for bytes at hand; <paramref name="file"/> names them in messages.</summary>
    public static Loaded<SourceText> DecodeUtf8(string file, ReadOnlySpan<byte> bytes)
    {
        var encoding = EncodingGuess.Of(bytes);
        if (encoding != TextEncoding.Utf8) return Refuse<SourceText>(NotUtf8(PlaceOfFirstBadByte(file, bytes), encoding));
        var source = new SourceText(file, EncodingGuess.Decode(bytes, TextEncoding.Utf8)!);
        return RefuseNul(source) is { } fault ? Refuse<SourceText>(fault) : new Loaded<SourceText>(source, []);
    }

    /// <summary>The fault of text that holds a NUL character, or null.</summary>
    internal static Diagnostic? RefuseNul(SourceText source)
    {
        var zero = source.Text.IndexOf('\0', StringComparison.Ordinal);
        if (zero < 0) return null;
        var before = source.Text.AsSpan(0, zero);
        return HasNul(new Place(source.File, before.Count('\n') + 1, zero - before.LastIndexOf('\n')));
    }

    private static Loaded<byte[]> ReadAll(Stream stream, string path, long limit)
    {
        using var buffer = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        var block = new byte[81920];
        for (var count = stream.Read(block); count > 0; count = stream.Read(block))
        {
            buffer.Write(block, 0, count);
            if (buffer.Length > limit) return Refuse<byte[]>(TooLarge(path, buffer.Length, limit));
        }

        return new Loaded<byte[]>(buffer.Length == buffer.Capacity ? buffer.GetBuffer() : buffer.ToArray(), []);
    }

    private static Place PlaceOfFirstBadByte(string file, ReadOnlySpan<byte> bytes)
    {
        var characters = new char[bytes.Length];
        Utf8.ToUtf16(bytes, characters, out var read, out _, replaceInvalidSequences: false);
        return PlaceOf(file, bytes, read == bytes.Length ? 0 : read);
    }

    private static Place PlaceOf(string file, ReadOnlySpan<byte> bytes, int offset)
    {
        var before = bytes[..offset];
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return new Place(file, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(line) + 1);
    }

    private static Loaded<T> Refuse<T>(Diagnostic fault)
        where T : class => new(null, [fault]);

    private static string ReasonOf(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException => "its permissions forbid it",
        ArgumentException or NotSupportedException => "this is not a file name",
        PathTooLongException => "its name is too long",
        _ => "the system reports an input error",
    };

    private static Diagnostic Unreadable(string path, string reason) =>
        Diagnostic.Error(Place.Of(path.Length == 0 ? "(no name)" : path), "BS001", $"cannot read this file: {reason}", "check the path");

    private static Diagnostic TooLarge(string path, long size, long limit) =>
        Diagnostic.Error(
            Place.Of(path),
            "BS002",
            string.Create(CultureInfo.InvariantCulture, $"the file has {size} bytes, expected at most {limit} ({limit >> 20} MB)"),
            "split it, or check that this is the file you mean");

    private static Diagnostic NotUtf8(Place where, TextEncoding encoding) =>
        encoding == TextEncoding.Unknown
            ? Diagnostic.Error(where, "BS003", "found bytes that are not UTF-8 text", "check that this is a text file and save it as UTF-8")
            : Diagnostic.Error(where, "BS003", $"found text in {EncodingGuess.NameOf(encoding)}, expected UTF-8", "save the file as UTF-8");

    private static Diagnostic HasNul(Place where) =>
        Diagnostic.Error(where, "BS004", "found a NUL character, expected text", "the file is binary or damaged: restore it");
}
