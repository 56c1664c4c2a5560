// Breaks a text into lines of at most so many columns.
namespace BudgetSim.Cli.Writing;

/// <summary>Lines break at blanks, and beside any Chinese character; only a word that is wider than a line is broken inside.</summary>
internal static class WrappedText
{
    /// <summary>The lines of <paramref name="text"/>, at least one, each at most <paramref name="width"/> columns wide (from 2).</summary>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        var start = 0;
        while (TerminalText.Width(text[start..]) > width)
        {
            var end = End(text, start, width);
            lines.Add(text[start..end].TrimEnd());
            start = end;
            while (start < text.Length && text[start] == ' ') start++;
        }

        lines.Add(text[start..]);
        return lines;
    }

    // Behind the last place within the width where the line may break.
    private static int End(string text, int start, int width)
    {
        var (end, last) = (start, -1);
        for (var used = 0; end < text.Length && used + TerminalText.Width(text[end..(end + 1)]) <= width; end++)
        {
            used += TerminalText.Width(text[end..(end + 1)]);
            if (text[end] == ' ' || TerminalText.Width(text[end..(end + 1)]) > 1) last = end + 1;
        }

        if (end < text.Length && text[end] == ' ') return end;
        return last > start ? last : Math.Max(end, start + 1);
    }
}
