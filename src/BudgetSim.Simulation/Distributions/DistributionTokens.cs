// Cuts the text of a distribution into words and numbers, each with its column.
using System.Text;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Simulation.Distributions;

/// <summary>One word (with its meaning), number or colon of a distribution's text.</summary>
internal sealed record DistributionToken(Place Where, string Text, string? Word, Fraction Number, bool IsNumber);

/// <summary>The cutting.</summary>
internal static class DistributionTokens
{
    /// <summary>All tokens; a fault for each word or number that cannot be read. Commas only separate.</summary>
    internal static List<DistributionToken> Cut(string text, Place where, List<Diagnostic> faults)
    {
        var plain = AsciiTwins(text);
        var tokens = new List<DistributionToken>();
        for (var at = 0; at < plain.Length;)
        {
            var length = LengthAt(plain, at);
            if (!IsSeparator(plain[at])) Add(plain.Substring(at, length), where.Right(at), tokens, faults);
            at += length;
        }

        return tokens;
    }

    private static void Add(string piece, Place where, List<DistributionToken> tokens, List<Diagnostic> faults)
    {
        if (piece == ":")
        {
            tokens.Add(new DistributionToken(where, piece, piece, default, IsNumber: false));
        }
        else if (StartsNumber(piece[0]))
        {
            if (QuantityText.TryParse(piece, out var number)) tokens.Add(new DistributionToken(where, piece, null, number, IsNumber: true));
            else faults.Add(DistributionFaults.UnreadableNumber(where, piece));
        }
        else if (DistributionWords.Meaning(piece) is { } word)
        {
            if (word.Length > 0) tokens.Add(new DistributionToken(where, piece, word, default, IsNumber: false));
        }
        else
        {
            faults.Add(DistributionFaults.UnknownWord(where, piece));
        }
    }

    private static int LengthAt(string text, int at)
    {
        if (IsSeparator(text[at]) || text[at] == ':') return 1;
        if (StartsNumber(text[at])) return RunLength(text, at, (c, i) => IsNumberPart(text, c, i));
        if (text[at] > 127) return ChineseLength(text.Substring(at, RunLength(text, at, (c, _) => c > 127 && !IsSeparator(c))));
        return RunLength(text, at, (c, _) => c <= 127 && !IsSeparator(c) && c != ':');
    }

    // Chinese runs on without spaces: the longest known word is cut off, unless what follows it is no word.
    private static int ChineseLength(string run)
    {
        var rest = run;
        while (rest.Length > 0 && DistributionWords.ChinesePrefix(rest) is { } word) rest = rest[word.Length..];
        return rest.Length > 0 ? run.Length : DistributionWords.ChinesePrefix(run)!.Length;
    }

    private static int RunLength(string text, int at, Func<char, int, bool> belongs)
    {
        var end = at + 1;
        while (end < text.Length && belongs(text[end], end)) end++;
        return end - at;
    }

    private static bool StartsNumber(char c) => char.IsAsciiDigit(c) || c is '-' or '+' or '.';

    // A comma belongs to a number only between digits, three of them after it: 1,200 but not 3,5.
    private static bool IsNumberPart(string text, char c, int at)
    {
        if (char.IsAsciiDigit(c) || char.IsAsciiLetter(c) || c is '.' or '/' or '_' or '%' or '‰' or '千' or '万' or '亿' or '元') return true;
        return c == ',' && at + 3 < text.Length && text.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0
            && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]));
    }

    private static bool IsSeparator(char c) => char.IsWhiteSpace(c) || c is ',' or '、' or ';' or '~' or '(' or ')' or '=' or '。';

    // Full-width letters, digits and signs one for one, so that columns stay true.
    private static string AsciiTwins(string text)
    {
        var plain = new StringBuilder(text);
        for (var i = 0; i < plain.Length; i++)
            if (plain[i] is >= '\uFF01' and <= '\uFF5E') plain[i] = (char)(plain[i] - 0xFEE0);
        return plain.ToString();
    }
}
