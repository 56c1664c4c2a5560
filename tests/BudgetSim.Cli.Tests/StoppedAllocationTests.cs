// An allocation that is told to stop ends at once, also where it is still reading or checking its problem.
using System.Diagnostics;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class StoppedAllocationTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // The problem is a pipe that nobody closes, so reading it never ends by itself.
    [Fact]
    public async Task Allocate_ToldToStopWhileItReads_EndsByTheSignal()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals of Linux");
        var script =
            $"mkfifo '{_folder["problem.json"]}' && exec 3<>'{_folder["problem.json"]}' && printf '{{ \"items\": [' >&3 && exec dotnet '{Path.Combine(AppContext.BaseDirectory, "budgetsim.dll")}' allocate '{_folder["problem.json"]}' --solver none";
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        Assert.False(process.HasExited);
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }

        Assert.Equal(128 + 15, process.ExitCode);
    }
}
