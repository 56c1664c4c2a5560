// Times the reading and compiling of a whole policy library, cold (the first time in a process) and warm.
using System.Diagnostics;
using System.Text.Json;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Benchmarks.Rules;

/// <summary>Reads a library several times and prints one JSON line.</summary>
internal static class LibraryLoad
{
    public static void Print(string folder, int times)
    {
        var milliseconds = new List<double>();
        var measures = 0;
        for (var time = 0; time < times; time++)
        {
            var watch = Stopwatch.StartNew();
            var library = PolicyFolder.Read(folder);
            milliseconds.Add(watch.Elapsed.TotalMilliseconds);
            measures = library.Value!.Measures.Count();
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            measures,
            cold_ms = milliseconds[0],
            warm_ms = milliseconds.Skip(1)
            .Order()
            .ElementAtOrDefault(times / 2)
        }));
    }
}
