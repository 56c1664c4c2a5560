// Reads the string literals of a C# source, with the calls that stand around each.
using System.Text;

namespace BudgetSim.Core.Tests.House;

/// <summary>A literal with numbered gaps for what is filled in, and the names of the calls it is an argument of.</summary>
internal sealed record SourceLiteral(string Text, int Line, IReadOnlyList<string> Calls);

/// <summary>One pass over one source; literals inside the gaps of others are found too.</summary>
internal sealed class StringLiterals
{
    private readonly string _source;
    private readonly List<SourceLiteral> _found = [];
    private readonly Stack<string> _open = new();
    private int _at;

    private StringLiterals(string source) => _source = source;

    public static IReadOnlyList<SourceLiteral> In(string source)
    {
        var reader = new StringLiterals(source);
        reader.Code(isGap: false);
        return reader._found;
    }

    // Up to the end of the source, or of the gap.
    private void Code(bool isGap)
    {
        var depth = _open.Count;
        while (_at < _source.Length)
        {
            var sign = _source[_at];
            if (SkipComment()) continue;
            if (StartsLiteral()) Literal();
            else if (sign == '\'') SkipCharacter();
            else
            {
                if (sign is '(' or '[' or '{') _open.Push(sign == '(' ? NameBefore(_at) : "");
                if (sign is ')' or ']' or '}')
                {
                    if (isGap && _open.Count == depth) return;
                    if (_open.Count > 0) _open.Pop();
                }

                _at++;
            }
        }
    }

    private bool SkipComment()
    {
        if (_source[_at] != '/' || _at + 1 >= _source.Length || _source[_at + 1] is not ('/' or '*')) return false;
        var isLine = _source[_at + 1] == '/';
        var end = _source.IndexOf(isLine ? "\n" : "*/", _at + 2, StringComparison.Ordinal);
        _at = end < 0 ? _source.Length : end + (isLine ? 1 : 2);
        return true;
    }

    private void SkipCharacter()
    {
        _at += _source[_at + 1] == '\\' ? 3 : 2;
        while (_source[_at] != '\'') _at++;
        _at++;
    }

    private bool StartsLiteral()
    {
        var at = _at;
        while (at < _source.Length && _source[at] is '$' or '@') at++;
        return at < _source.Length && _source[at] == '"';
    }

    private void Literal()
    {
        var (line, calls) = (_source.AsSpan(0, _at).Count('\n') + 1, _open.Where(call => call.Length > 0).ToList());
        var (isOpen, isVerbatim) = (false, false);
        for (; _source[_at] != '"'; _at++) (isOpen, isVerbatim) = (isOpen || _source[_at] == '$', isVerbatim || _source[_at] == '@');
        if (_source.AsSpan(_at).StartsWith("\"\"\""))
        {
            _at = _source.IndexOf("\"\"\"", _at + 3, StringComparison.Ordinal) + 3;
            return;
        }

        _at++;
        var (place, text) = (_found.Count, Body(isOpen, isVerbatim));
        _found.Insert(place, new SourceLiteral(text, line, calls));
    }

    private string Body(bool isOpen, bool isVerbatim)
    {
        var (text, gaps) = (new StringBuilder(), 0);
        for (; ; _at++)
        {
            var sign = _source[_at];
            var isTwice = _at + 1 < _source.Length && _source[_at + 1] == sign;
            if (sign == '"' && !(isVerbatim && isTwice)) break;
            if (sign == '"') _at++;
            if (sign == '\\' && !isVerbatim) sign = Escaped();
            else if (isOpen && sign == '{' && !isTwice)
            {
                _at++;
                Code(isGap: true);
                text.Append('{').Append(gaps++).Append('}');
                continue;
            }
            else if (sign is '{' or '}')
            {
                if (isOpen) _at++;
                text.Append(sign);
            }

            text.Append(sign);
        }

        _at++;
        return text.ToString();
    }

    private char Escaped()
    {
        _at++;
        if (_source[_at] != 'u') return _source[_at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var sign => sign };
        _at += 4;
        return (char)Convert.ToInt32(_source.Substring(_at - 3, 4), 16);
    }

    private string NameBefore(int at)
    {
        var start = at;
        while (start > 0 && (char.IsLetterOrDigit(_source[start - 1]) || _source[start - 1] == '_')) start--;
        return _source[start..at];
    }
}
