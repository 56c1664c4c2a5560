// A progress bar with rate and time left; quiet when the terminal is not one.
using System.Diagnostics;

namespace BudgetSim.Cli.Running;

/// <summary>Draws on one line of <paramref name="terminal"/>, at most ten times a second.</summary>
internal sealed class ProgressBar(TextWriter terminal, int total, Stopwatch clock) : IProgress<int>, IDisposable
{
    private const int Width = 30;
    private readonly bool _isQuiet = Console.IsErrorRedirected;
    private readonly Lock _lock = new();
    private TimeSpan _next;
    private bool _drawn;
    private int _most;

    public void Report(int value)
    {
        if (_isQuiet) return;
        lock (_lock)
        {
            _most = Math.Max(_most, value);
            if (clock.Elapsed < _next && _most < total) return;
            _next = clock.Elapsed + TimeSpan.FromMilliseconds(100);
            Draw();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_drawn) terminal.Write("\r" + new string(' ', 78) + "\r");
            _drawn = false;
        }
    }

    private void Draw()
    {
        var filled = (int)((long)Width * _most / total);
        var rate = _most / Math.Max(clock.Elapsed.TotalSeconds, 0.001);
        var left = TimeSpan.FromSeconds((total - _most) / Math.Max(rate, 0.001));
        terminal.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {_most}/{total}  {rate:0}/s  {left:mm\\:ss} left ");
        _drawn = true;
    }
}
