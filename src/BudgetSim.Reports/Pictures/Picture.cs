// What a picture shall be, and the picture.
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Pictures;

/// <summary>The colours of a picture.</summary>
public enum Theme
{
    /// <summary>Dark marks on white, for paper and slides.</summary>
    Light,

    /// <summary>Light marks on a dark ground.</summary>
    Dark,
}

/// <summary>
/// Language, colours and size. Width and height are in points of the drawing, height 0 as high as the chart needs; the
/// PNG has <paramref name="Scale"/> pixels per point, 0 leaves it out.
/// </summary>
public sealed record PictureForm(Language Language, Theme Theme = Theme.Light, int Width = 1000, int Height = 0, double Scale = 2)
{
    /// <summary>The narrowest drawing in which labels still fit.</summary>
    public const int LeastWidth = 320;

    /// <summary>How much larger type and marks are drawn than on the default picture; at least 0.1.</summary>
    public double Zoom { get; init; } = 1;

    /// <summary>Pixels across the PNG; 0 leaves it out.</summary>
    public int PixelWidth => (int)Math.Round(Width * Scale);
}

/// <summary>A chart as an SVG text and as a PNG file; the PNG is empty where none was asked for.</summary>
public sealed record Picture(string Svg, ReadOnlyMemory<byte> Png);
