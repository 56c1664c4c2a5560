// A progress bar with rate and time left; quiet when the terminal is not one.
using System.Diagnostics;
using BudgetSim.Cli.Writing;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Running;

/// <summary>Draws on one line of <paramref name="terminal"/>, at most ten times a second.</summary>
internal sealed class ProgressBar(TextWriter terminal, int total, Stopwatch clock, Language language) : IProgress<int>, IDisposable
{
    private const int WidestBar = 30, NarrowestBar = 4;
    private readonly bool _isQuiet = Console.IsErrorRedirected;
    private readonly Lock _lock = new();
    private TimeSpan _next;
    private (int Done, TimeSpan At)? _first;
    private int _drawn, _most;

    public void Report(int value)
    {
        if (_isQuiet) return;
        lock (_lock)
        {
            _most = Math.Max(_most, value);
            _first ??= (value, clock.Elapsed);
            if (clock.Elapsed < _next && _most < total) return;
            _next = clock.Elapsed + TimeSpan.FromMilliseconds(100);
            Draw();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_drawn > 0) terminal.Write("\r" + new string(' ', _drawn) + "\r");
            _drawn = 0;
        }
    }

    /// <summary>
    /// The line in at most <paramref name="columns"/> cells; without rate and time left where <paramref name="perSecond"/> is not known
    /// yet.
    /// </summary>
    internal static string Line(int done, int total, double perSecond, int columns, Language language)
    {
        var count = $"{done:#,##0}/{total:#,##0}";
        var text = perSecond > 0
            ? $"{count}  {perSecond:#,##0}/s  {Left(TimeSpan.FromSeconds((total - done) / perSecond), language)}"
            : count;
        var width = Math.Min(WidestBar, columns - TerminalText.Width(text) - 4);
        if (width < NarrowestBar) return TerminalText.Width(text) < columns ? text : count;
        var filled = (int)((long)width * Math.Min(done, total) / Math.Max(1, total));
        return $"[{new string('#', filled)}{new string('.', width - filled)}] {text}";
    }

    private static string Left(TimeSpan left, Language language)
    {
        var time = $"{(int)left.TotalMinutes}:{left.Seconds:00}";
        return Spoken.Say($"{time} left", language);
    }

    // The rate counts from the first report on: what was finished before this run began took no time of it.
    private void Draw()
    {
        var (from, since) = _first ?? default;
        var perSecond = _most > from ? (_most - from) / Math.Max((clock.Elapsed - since).TotalSeconds, 0.001) : 0;
        var line = Line(_most, total, perSecond, Console.WindowWidth > 0 ? Console.WindowWidth : 80, language);
        var width = TerminalText.Width(line);
        terminal.Write("\r" + line + new string(' ', Math.Max(0, _drawn - width)));
        _drawn = width;
    }
}
