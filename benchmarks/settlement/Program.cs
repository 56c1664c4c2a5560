// Settles a year's claims several times and prints time and memory per claim.
using System.Diagnostics;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Benchmarks.Settlement;

// usage: [CLAIMS] [REPEATS]
var claims = args.Length > 0 ? int.Parse(args[0]) : 100_000;
var repeats = args.Length > 1 ? int.Parse(args[1]) : 7;
var input = YearOfClaims.Of(claims);
var before = GC.GetTotalMemory(forceFullCollection: true);
var first = Stopwatch.StartNew();
var result = Settle.Claims(input);
first.Stop();
var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
var times = new List<double>();
long allocated = 0;
for (var repeat = 0; repeat < repeats; repeat++)
{
    var start = GC.GetAllocatedBytesForCurrentThread();
    var cpu = Process.GetCurrentProcess().TotalProcessorTime;
    Settle.Claims(input);
    times.Add((Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds);
    allocated = GC.GetAllocatedBytesForCurrentThread() - start;
}

times.Sort();
Console.WriteLine(
    $"| claims | total yuan | deductions | cold s | warm cpu s (median) | best | kept B/claim | allocated B/claim | peak MB |");
Console.WriteLine(
    $"| {claims} | {result.Total} | {result.Deductions.Count} | {first.Elapsed.TotalSeconds:0.000} | {times[times.Count / 2]:0.000} | {times[0]:0.000} | {(double)kept / claims:0.0} | {(double)allocated / claims:0.0} | {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} |");
foreach (var fund in result.Funds) Console.WriteLine($"fund {fund.Fund}: due {fund.Claimed}, has {fund.Appropriation}, pays {fund.Paid}");
