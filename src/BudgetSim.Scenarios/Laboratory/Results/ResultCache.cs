// Keeps results in a folder by their keys; whatever goes wrong with the folder never fails a run.
using System.IO.Compression;
using System.Security.Cryptography;

namespace BudgetSim.Scenarios.Laboratory.Results;

/// <summary>
/// One file per result: a mark, the SHA-256 of the content, the content (deflated). Files are written aside and then
/// renamed; the longest unused go first when the folder grows beyond its size.
/// </summary>
public sealed class ResultCache
{
    private const string Extension = ".result";
    private const double KeptWhenFull = 0.8, LargestPart = 0.25;
    private static readonly byte[] Mark = "BSR1"u8.ToArray();

    private readonly string? _folder;
    private readonly long _mostBytes;
    private readonly bool _reads;

    private ResultCache(string? folder, long mostBytes, bool reads) => (_folder, _mostBytes, _reads) = (folder, mostBytes, reads);

    /// <summary>The size in bytes that the folder is kept below unless another is asked for.</summary>
    public const long DefaultMostBytes = 512L << 20;

    /// <summary>Keeps nothing and knows nothing.</summary>
    public static ResultCache None { get; } = new(null, 0, reads: false);

    /// <summary>A cache in a folder (made when first needed); one that is <paramref name="fresh"/> writes but does not read.</summary>
    public static ResultCache At(string folder, bool fresh = false, long mostBytes = DefaultMostBytes) =>
        new(folder, mostBytes, reads: !fresh);

    /// <summary>Where results are kept unless told otherwise: the user's cache folder, or what the variable BUDGETSIM_CACHE says.</summary>
    public static string DefaultFolder()
    {
        if (Environment.GetEnvironmentVariable("BUDGETSIM_CACHE") is { Length: > 0 } chosen) return chosen;
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } shared) return Path.Combine(shared, "budgetsim");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "BudgetSim", "cache")
            : Path.Combine(home, ".cache", "budgetsim");
    }

    /// <summary>How many results were found.</summary>
    public int Found { get; private set; }

    /// <summary>How many results were there but not as they were written.</summary>
    public int Damaged { get; private set; }

    /// <summary>Why a result could not be kept, or empty.</summary>
    public string Trouble { get; private set; } = "";

    /// <summary>The content kept under a key; null if there is none, or none that is whole.</summary>
    public byte[]? Find(ResultKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_folder is null || !_reads) return null;
        var path = PathOf(key);
        try
        {
            if (!File.Exists(path)) return null;
            if (Unpack(File.ReadAllBytes(path)) is not { } content)
            {
                Damaged++;
                return null;
            }

            Touch(path);
            Found++;
            return content;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Takes back a result whose content could not be read.</summary>
    public void Refuse()
    {
        Found--;
        Damaged++;
    }

    /// <summary>Keeps a content under a key; a content too large for the folder is not kept.</summary>
    public void Keep(ResultKey key, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(content);
        if (_folder is null || Trouble.Length > 0) return;
        try
        {
            var packed = Pack(content);
            if (packed.Length > _mostBytes * LargestPart) return;
            Directory.CreateDirectory(_folder);
            MakeRoom(packed.Length);
            var aside = Path.Combine(_folder, $"{Guid.NewGuid():N}.part");
            File.WriteAllBytes(aside, packed);
            File.Move(aside, PathOf(key), overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Trouble = fault.Message;
        }
    }

    private string PathOf(ResultKey key) => Path.Combine(_folder!, key.Hash + Extension);

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        packed.Write(Mark);
        packed.Write(SHA256.HashData(content));
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(content);
        return packed.ToArray();
    }

    private static byte[]? Unpack(byte[] packed)
    {
        var start = Mark.Length + SHA256.HashSizeInBytes;
        if (packed.Length < start || !packed.AsSpan(0, Mark.Length).SequenceEqual(Mark)) return null;
        try
        {
            using var content = new MemoryStream();
            using var inflate = new DeflateStream(new MemoryStream(packed, start, packed.Length - start), CompressionMode.Decompress);
            inflate.CopyTo(content);
            var whole = content.ToArray();
            return SHA256.HashData(whole).AsSpan().SequenceEqual(packed.AsSpan(Mark.Length, SHA256.HashSizeInBytes)) ? whole : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // The time of the last use decides what goes first.
    private static void Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A folder that may only be read still serves.
        }
    }

    private void MakeRoom(long needed)
    {
        var files = new DirectoryInfo(_folder!).GetFiles()
            .Where(file => file.Extension is Extension or ".part")
            .OrderBy(file => file.LastWriteTimeUtc)
            .ToList();
        var size = files.Sum(file => file.Length);
        if (size + needed <= _mostBytes) return;
        foreach (var file in files)
        {
            if (size + needed <= _mostBytes * KeptWhenFull) return;
            size -= file.Length;
            file.Delete();
        }
    }
}
