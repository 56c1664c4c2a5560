// Cuts the text of an expression into words, numbers, texts and signs.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Policy.Expressions;

internal enum TokenKind
{
    Number,
    Text,
    Word,
    Sign,
    End,
    Unknown,
}

internal readonly record struct Token(TokenKind Kind, string Content, Place At)
{
    private static readonly string[] Signs = ["==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ","];

    /// <summary>All tokens, ended by one of kind End; a character that starts none becomes Unknown.</summary>
    public static List<Token> Read(string source, Place start)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < source.Length)
        {
            if (char.IsWhiteSpace(source[at]))
            {
                at++;
                continue;
            }

            var token = Next(source, at, start.Right(at));
            tokens.Add(token);
            at += token.Content.Length + (token.Kind == TokenKind.Text ? 2 : 0);
        }

        tokens.Add(new Token(TokenKind.End, "", start.Right(source.Length)));
        return tokens;
    }

    private static Token Next(string source, int at, Place place)
    {
        var first = source[at];
        if (char.IsAsciiDigit(first)) return new Token(TokenKind.Number, Run(source, at, c => char.IsAsciiDigit(c) || c == '.'), place);
        if (char.IsLetter(first) || first == '_')
            return new Token(TokenKind.Word, Run(source, at, c => char.IsLetterOrDigit(c) || c == '_'), place);
        if (first == '"' && source.IndexOf('"', at + 1) is var end and > 0) return new Token(TokenKind.Text, source[(at + 1)..end], place);
        var sign = Array.Find(Signs, candidate => string.CompareOrdinal(source, at, candidate, 0, candidate.Length) == 0);
        return sign is null ? new Token(TokenKind.Unknown, first.ToString(), place) : new Token(TokenKind.Sign, sign, place);
    }

    private static string Run(string source, int at, Func<char, bool> belongs)
    {
        var end = at;
        while (end < source.Length && belongs(source[end])) end++;
        return source[at..end];
    }
}
