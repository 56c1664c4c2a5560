// One sentence of the catalogue: recognises its English form and fills its Chinese one.
using System.Text;

namespace BudgetSim.Core.Wording;

/// <summary>
/// An English sentence with numbered gaps and its Chinese. Gaps are numbered from 0 in the order of the English; doubled braces are braces.
/// </summary>
internal sealed class SentencePattern
{
    private readonly string[] _between;
    private readonly string _chinese;

    public SentencePattern(string english, string chinese)
    {
        (_chinese, _between) = (chinese, Pieces(english));
        Letters = _between.Sum(piece => piece.Length);
    }

    /// <summary>How much of the sentence is fixed: of several that fit, the one with most is meant.</summary>
    public int Letters { get; }

    /// <summary>Whether there is nothing to fill in.</summary>
    public bool IsFixed => _between.Length == 1;

    /// <summary>A sentence with nothing to fill in, as it is printed.</summary>
    public string Plain => _between[0];

    /// <summary>
    /// The Chinese of <paramref name="text"/>, or null if it is another sentence; <paramref name="words"/> looks up a part.
    /// </summary>
    public string? Translate(string text, Func<string, string?> words) => Parts(text, words) is { } parts ? Fill(parts, words) : null;

    // What stands in the gaps, each as short as it can be.
    private List<string>? Parts(string text, Func<string, string?> words)
    {
        if (!text.StartsWith(_between[0], StringComparison.Ordinal)) return null;
        var (parts, at) = (new List<string>(), _between[0].Length);
        for (var gap = 1; gap < _between.Length; gap++)
        {
            var isTwin = gap + 1 < _between.Length && _between[gap].Length == 0;
            var piece = _between[isTwin ? gap + 1 : gap];
            var isLast = gap + (isTwin ? 2 : 1) == _between.Length;
            var end = isLast ? LastEnd(text, piece, at) : text.IndexOf(piece, at, StringComparison.Ordinal);
            if (end < at) return null;
            parts.AddRange(isTwin ? Split(text[at..end], words) : [text[at..end]]);
            at = end + piece.Length;
            if (isTwin) gap++;
        }

        return at == text.Length ? parts : null;
    }

    private static int LastEnd(string text, string piece, int at) =>
        text.Length - piece.Length >= at && text.EndsWith(piece, StringComparison.Ordinal) ? text.Length - piece.Length : -1;

    // Two gaps side by side: the second is words or nothing.
    private static string[] Split(string both, Func<string, string?> words)
    {
        for (var at = 0; at < both.Length; at++)
            if (words(both[at..]) is not null) return [both[..at], both[at..]];
        return [both, ""];
    }

    private string Fill(List<string> parts, Func<string, string?> words)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < _chinese.Length; at++)
        {
            var sign = _chinese[at];
            if (sign is '{' or '}' && at + 1 < _chinese.Length && _chinese[at + 1] == sign) at++;
            else if (sign == '{')
            {
                var close = _chinese.IndexOf('}', at);
                var gap = _chinese[(at + 1)..close].Split(':');
                var part = parts[int.Parse(gap[0])];
                filled.Append(gap.Length > 1 ? words(part) ?? part : part);
                at = close;
                continue;
            }

            filled.Append(sign);
        }

        return filled.ToString();
    }

    private static string[] Pieces(string english)
    {
        var pieces = new List<StringBuilder> { new() };
        for (var at = 0; at < english.Length; at++)
        {
            var sign = english[at];
            if (sign is '{' or '}' && at + 1 < english.Length && english[at + 1] == sign) at++;
            else if (sign == '{')
            {
                at = english.IndexOf('}', at);
                pieces.Add(new StringBuilder());
                continue;
            }

            pieces[^1].Append(sign);
        }

        return [.. pieces.Select(piece => piece.ToString())];
    }
}
