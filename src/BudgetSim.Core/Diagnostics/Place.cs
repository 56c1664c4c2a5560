// Says where in a file something stands.
namespace BudgetSim.Core.Diagnostics;

/// <summary>A place in an input: file as the user named it, line and column from 1 (UTF-16 units); 0 where unknown.</summary>
public readonly record struct Place(string File, int Line, int Column) : IComparable<Place>
{
    /// <summary>A whole file, without line and column.</summary>
    public static Place Of(string file) => new(file, 0, 0);

    /// <summary>The same line, moved right by <paramref name="columns"/>.</summary>
    public Place Right(int columns) => this with { Column = Column + columns };

    /// <summary>Orders by file, line, column.</summary>
    public int CompareTo(Place other)
    {
        var byFile = string.CompareOrdinal(File, other.File);
        if (byFile != 0) return byFile;
        var byLine = Line.CompareTo(other.Line);
        return byLine != 0 ? byLine : Column.CompareTo(other.Column);
    }

    /// <summary><c>file:line:column</c>, without the parts that are unknown.</summary>
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
