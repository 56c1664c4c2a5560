// What was computed once is not computed again, and what was kept is what is computed, to the bit.
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class ResultCacheTests
{
    private const string Reform = "+equipment-cap-300";

    [Fact]
    public void Comparison_RunAgain_RunsNoReplicationAndGivesTheSameBits()
    {
        using var folder = new TemporaryFolder();
        var (first, firstRuns) = Compare(folder, "", Reform);
        var (second, secondRuns) = Compare(folder, "", Reform);
        Assert.Equal(120, firstRuns.ReplicationsRun); // two sides, their enterprises once more, 30 each
        Assert.Equal(0, secondRuns.ReplicationsRun);
        AssertSame(first, second);
    }

    [Fact]
    public void Comparison_WithOneSideMore_RunsOnlyTheNewSide()
    {
        using var folder = new TemporaryFolder();
        Compare(folder, "", Reform);
        var (_, runs) = Compare(folder, "", Reform, "+software-fund-3500");
        Assert.Equal(60, runs.ReplicationsRun);
    }

    [Fact]
    public void Comparison_OfOtherDrawsOrFresh_FindsNothing()
    {
        using var folder = new TemporaryFolder();
        Compare(folder, "", Reform);
        var fresh = Lab.Runs(ResultCache.At(folder["."], fresh: true));
        Comparison.Run(Lab.Sides("", Reform), new ScenarioSource(Lab.Seeds, Lab.Few), fresh);
        Assert.Equal(120, fresh.ReplicationsRun);
        var other = Lab.Runs(ResultCache.At(folder["."]));
        other.Forecast(Lab.Value(Side.ReadAll([Lab.Folder], Lab.Seeds, Lab.Few with { Seed = 8 }))[0].Scenario);
        Assert.Equal(30, other.ReplicationsRun);
    }

    [Fact]
    public void DamagedEntry_OfAnyKind_IsComputedAgainToTheSameBits()
    {
        using var folder = new TemporaryFolder();
        var (first, _) = Compare(folder, "", Reform);
        foreach (var file in Directory.GetFiles(folder["."]))
        {
            var bytes = File.ReadAllBytes(file);
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(file, file.GetHashCode(StringComparison.Ordinal) % 2 == 0 ? bytes : bytes[..(bytes.Length / 3)]);
        }

        var cache = ResultCache.At(folder["."]);
        var runs = Lab.Runs(cache);
        AssertSame(first, Comparison.Run(Lab.Sides("", Reform), new ScenarioSource(Lab.Seeds, Lab.Few), runs));
        Assert.Equal((4, 0), (cache.Damaged, cache.Found));
        Assert.Equal(120, runs.ReplicationsRun);
        Assert.Equal(0, Compare(folder, "", Reform).Runs.ReplicationsRun);
    }

    [Fact]
    public void Sweep_WithMorePoints_RunsOnceForTheNewOnes()
    {
        using var folder = new TemporaryFolder();
        var source = new VariantSource(Lab.Sides("")[0], new ScenarioSource(Lab.Seeds, Lab.Few));
        (Sweep Sweep, long Ran) Run(params string[] values)
        {
            var runs = Lab.Runs(ResultCache.At(folder["."]));
            var paths = new[] { new VariedPath(Lab.Cap, values, default) };
            return (Sweep.Run(source, paths, Lab.Value(Sweep.Plan(source, paths)), runs), runs.ReplicationsRun);
        }

        Run("100万");
        Assert.Equal(30, Run("100万", "200万").Ran);
        var (kept, ran) = Run("200万", "100万");
        Assert.Equal(0, ran);
        var paths = kept.Paths;
        var alone = Sweep.Run(source, paths, Lab.Value(Sweep.Plan(source, paths)), Lab.Runs());
        Assert.Equal(alone.Points.Select(point => point.Outcome.Outlay), kept.Points.Select(point => point.Outcome.Outlay));
        Assert.Equal(
            alone.Points.SelectMany(point => point.Outcome.Funds).Select(fund => fund.Paid),
            kept.Points.SelectMany(point => point.Outcome.Funds).Select(fund => fund.Paid));
        Assert.Equal(alone.Points.Select(point => point.Outcome.Enterprises), kept.Points.Select(point => point.Outcome.Enterprises));
    }

    [Fact]
    public void Cache_AboveItsSize_DropsWhatWasUnusedLongest()
    {
        using var folder = new TemporaryFolder();
        var cache = ResultCache.At(folder["."], mostBytes: 1000);
        var contents = Enumerable.Range(0, 8).Select(index => Noise(150, index)).ToList();
        for (var index = 0; index < contents.Count; index++)
        {
            cache.Keep(Key(index), contents[index]);
            foreach (var file in Directory.GetFiles(folder["."]))
                File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file) - TimeSpan.FromMinutes(1));
        }

        Assert.True(Directory.GetFiles(folder["."]).Sum(file => new FileInfo(file).Length) <= 1000);
        Assert.Null(cache.Find(Key(0)));
        Assert.Equal(contents[7], cache.Find(Key(7)));
        cache.Keep(Key(9), Noise(900, 9));
        Assert.Null(cache.Find(Key(9)));
    }

    [Fact]
    public void Cache_WhereNothingCanBeWritten_NeverFailsTheRun()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["taken"], "a file where the folder should be");
        var cache = ResultCache.At(folder["taken"]);
        var runs = Lab.Runs(cache);
        Assert.Equal(Lab.Forecast.Paid, runs.Forecast(Lab.Baseline).Paid);
        Assert.NotEqual("", cache.Trouble);
        Assert.Null(cache.Find(Key(1)));
    }

    private static ResultKey Key(int index) => new($"{index:x64}");

    // Bytes that cannot be pressed together.
    private static byte[] Noise(int length, int seed) =>
        [.. Enumerable.Range(0, (length / 32) + 1)
            .SelectMany(block => System.Security.Cryptography.SHA256.HashData([(byte)seed, (byte)block]))
            .Take(length)];

    private static (Comparison Comparison, LaboratoryRuns Runs) Compare(TemporaryFolder folder, params string[] names)
    {
        var runs = Lab.Runs(ResultCache.At(folder["."]));
        return (Comparison.Run(Lab.Sides(names), new ScenarioSource(Lab.Seeds, Lab.Few), runs), runs);
    }

    private static void AssertSame(Comparison first, Comparison second)
    {
        foreach (var (a, b) in new[] { (first.Forecast, second.Forecast), (first.Contrasts[0].Forecast, second.Contrasts[0].Forecast) })
        {
            Assert.Equal(a.Paid, b.Paid);
            Assert.Equal(a.Demand, b.Demand);
            Assert.Equal(a.PayerFen, b.PayerFen);
            Assert.Equal(a.Deducted, b.Deducted);
            Assert.Equal(a.Claims, b.Claims);
            Assert.Equal(a.Gross, b.Gross);
        }

        Assert.Equal(first.Contrasts[0].Enterprises, second.Contrasts[0].Enterprises);
        Assert.Equal(first.Contrasts[0].Classes, second.Contrasts[0].Classes);
        Assert.Equal(first.Contrasts[0].Attribution!.Steps, second.Contrasts[0].Attribution!.Steps);
    }
}
