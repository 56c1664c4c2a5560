// Turns byte offsets of UTF-8 text into lines and columns, moving forward only.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>Counts lines and UTF-16 columns from <paramref name="start"/>; a quote counts twice inside a quoted cell.</summary>
internal sealed class JsonPlaces(byte[] bytes, Place start, bool doubledQuotes)
{
    private int _offset;
    private int _line = start.Line;
    private int _column = start.Column;

    /// <summary>The place of <paramref name="offset"/>, which must not be before the last one asked for.</summary>
    public Place At(int offset)
    {
        for (; _offset < offset; _offset++) Pass(bytes[_offset]);
        return start with { Line = _line, Column = _column };
    }

    private void Pass(byte value)
    {
        if (value == (byte)'\n')
        {
            _line++;
            _column = 1;
            return;
        }

        _column += value switch
        {
            (byte)'"' when doubledQuotes => 2,
            >= 0x80 and < 0xC0 => 0, // the later bytes of a character
            >= 0xF0 => 2,            // a character of two UTF-16 units
            _ => 1,
        };
    }
}
