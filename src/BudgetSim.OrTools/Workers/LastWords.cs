// What a dying Node process said that helps its user.
using System.Text.RegularExpressions;

namespace BudgetSim.OrTools.Workers;

/// <summary>Of all lines of the error stream the one that names the error, else the last; Node's own version line says nothing.</summary>
internal sealed partial class LastWords
{
    private const int Longest = 300;
    private string _error = "", _last = "";

    /// <summary>The line, at most 300 characters of it; empty if nothing was said.</summary>
    public string Text => _error.Length > 0 ? _error : _last;

    /// <summary>Hears one line; null and blank lines are nothing.</summary>
    public void Hear(string? line)
    {
        if (string.IsNullOrWhiteSpace(line) || NodeVersion().IsMatch(line)) return;
        var heard = line.Trim();
        _last = heard.Length > Longest ? heard[..Longest] + "…" : heard;
        if (_error.Length == 0 && NamedError().IsMatch(heard)) _error = _last;
    }

    [GeneratedRegex(@"^Node\.js v[0-9.]+\s*$", RegexOptions.None, 1000)]
    private static partial Regex NodeVersion();

    [GeneratedRegex(@"^(Uncaught )?[A-Za-z]*Error( \[[A-Z_]+\])?: ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedError();
}
