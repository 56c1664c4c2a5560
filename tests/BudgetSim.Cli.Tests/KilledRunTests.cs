// A process that is killed, or runs out of disk, leaves what it had finished; resumed it writes the files of a run that nothing happened
// to.
using System.Diagnostics;
using System.Text.RegularExpressions;
using BudgetSim.Cli.Running;
using BudgetSim.Cli.Writing;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

[Trait("Category", "Slow")]
public sealed class KilledRunTests : IDisposable
{
    private const int Replications = 8000;

    private readonly TemporaryFolder _root = new();

    public KilledRunTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and limits of Linux");
        Directory.CreateDirectory(Scenario);
        File.WriteAllText(
            Path.Combine(Scenario, "scenario.yaml"),
            "title: { zh: 试, en: trial }\npolicies: [sanming-2025-39]\nyears: 2026\nfunds: { sanming_industrial_development_fund: 1000万 }\nreadings: { SHORTAGE: B }\n");
        File.WriteAllText(
            Path.Combine(Scenario, "pool.yaml"),
            "cohorts:\n  c:\n    count: about 100 a year\n    attributes: { new_technology_centre_level: province }\n    claims: [ { measure: sanming-2025-39/1.1.a, take_up: about 60% ± 10% } ]\n");
    }

    private string Scenario => _root["trial"];

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task Run_KilledInTheMiddle_IsResumedToTheFilesOfAWholeRun()
    {
        using (var killed = Process.Start(Start("run", "--out"))!)
        {
            var state = new FileInfo(UnfinishedRun.PathOf(Folder("run")));
            while (!killed.HasExited && (!state.Exists || state.Length < 200))
            {
                await Task.Delay(2, TestContext.Current.CancellationToken);
                state.Refresh();
            }

            killed.Kill();
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(128 + 9, killed.ExitCode);
        }

        await IsResumedToTheFilesOfAWholeRun();
    }

    // A state of eight stretches is longer than the 64 KiB that this process may write into one file, and so is the report: neither is left
    // half-written.
    [Fact]
    public async Task Run_WhoseFilesMayGrowNoLonger_SaysSoAndIsResumedToTheFilesOfAWholeRun()
    {
        var start = Start("run", "--out");
        var command = string.Join(' ', start.ArgumentList.Prepend(start.FileName).Select(word => $"'{word}'"));
        var limited = new ProcessStartInfo("bash", ["-c", $"trap '' XFSZ; ulimit -f 64; export DOTNET_EnableWriteXorExecute=0; {command}"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var (code, errors) = await End(limited);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(
            "run.unfinished: warning BS771: what the run has finished cannot be kept here: the file grows longer than the system allows; the run goes on; if it is stopped it begins anew",
            errors,
            StringComparison.Ordinal);
        Assert.Contains("error BS060: cannot write here: the file grows longer than the system allows", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder("run")));
        await IsResumedToTheFilesOfAWholeRun();
    }

    private async Task IsResumedToTheFilesOfAWholeRun()
    {
        var (code, errors) = await End(Start("run", "--resume"));
        Assert.Equal(ExitCode.Done, code);
        Assert.Matches($"continued after [1-7]000 of {Replications} replications", errors);
        Assert.False(File.Exists(UnfinishedRun.PathOf(Folder("run"))));
        Assert.Equal(ExitCode.Done, (await End(Start("whole", "--out"))).Code);
        var files = Directory.EnumerateFiles(Folder("whole"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder("whole"), file))
            .ToList();
        Assert.Contains("statistics.csv", files);
        foreach (var file in files) Assert.Equal(Content("whole", file), Content("run", file));
    }

    // The manifest also says when the run ended and how long its stages took.
    private byte[] Content(string run, string file)
    {
        var path = Path.Combine(Folder(run), file);
        return Path.GetFileName(file) != "manifest.json"
            ? File.ReadAllBytes(path)
            : System.Text.Encoding.UTF8.GetBytes(Regex.Replace(
                File.ReadAllText(path),
                "\"(finishedAt|[a-z]+Seconds)\": [^\n]*",
                "",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)));
    }

    private ProcessStartInfo Start(string run, string option) => new(
        "dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "budgetsim.dll"),
            "run",
            Scenario,
            "--seeds",
            Repository.PathTo("seeds"),
            "--replications",
            $"{Replications}",
            "--threads",
            "1",
            "--prove",
            "0",
            "--lang",
            "en",
            option,
            Folder(run),
        ])
    { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };

    private static async Task<(int Code, string Errors)> End(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var (output, errors) =
            (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
             process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await Task.WhenAll(output, errors);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await errors);
    }

    private string Folder(string run) => _root[run];
}
