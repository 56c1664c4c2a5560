// The size of a picture as people write it: 1200x800.
using System.Globalization;
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Cli.Plotting;

/// <summary>Pixels across and down; a height of 0 is as high as the chart needs.</summary>
internal sealed record PictureSize(int Width, int Height)
{
    /// <summary>The default: 2000 pixels across, as high as the chart needs.</summary>
    public static PictureSize Default { get; } = new(2000, 0);

    private const int Least = 160, Most = 8000;
    private const long MostPixels = 40_000_000;

    /// <summary>Width and height between an x (also × or *), or the width alone.</summary>
    public static Loaded<PictureSize> Read(string text)
    {
        var parts = text.Trim().Split(['x', 'X', '×', '*', '＊']);
        if (parts.Length > 2 || !TrySide(parts[0], out var width)) return Fault(text);
        if (parts.Length == 1) return Within(text, width, 0);
        return TrySide(parts[1], out var height) ? Within(text, width, height) : Fault(text);
    }

    private static bool TrySide(string text, out int pixels) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out pixels);

    private static Loaded<PictureSize> Within(string text, int width, int height) =>
        width is >= Least and <= Most && height is 0 or >= Least and <= Most && (long)width * height <= MostPixels
            ? Loaded<PictureSize>.From(new PictureSize(width, height), [])
            : Fault(text);

    private static Loaded<PictureSize> Fault(string text) => Loaded<PictureSize>.From(null, [Diagnostic.Error(
        Place.Of("--size"), "BS603",
        $"expected a size in pixels such as 1200x800, each side from {Least} to {Most} and at most {MostPixels / 1_000_000} million pixels, found '{(text.Length > 40 ? text[..40] + "…" : text)}'",
        "write --size 1200x800, or --size 1200 for as high as the chart needs")]);
}
