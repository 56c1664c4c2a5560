// Threads with a deep stack whose faults reach the one who started them.
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace BudgetSim.Simulation.Replications;

/// <summary>Conditions and lane choices recurse, and an exception that leaves a thread would end the process without a word.</summary>
public static class WorkingThreads
{
    private const int StackSize = 16 << 20;

    /// <summary>
    /// Runs <paramref name="work"/> once on each of <paramref name="count"/> threads with its number from 0; throws what the first of them
    /// threw, when all have ended. They do not keep a process alive that is told to end.
    /// </summary>
    public static void Run(int count, Action<int> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var faults = new ConcurrentQueue<Exception>();
        var threads = Enumerable.Range(0, count)
            .Select(number => new Thread(() => Forward(() => work(number), faults), StackSize) { IsBackground = true })
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        if (faults.TryDequeue(out var first)) ExceptionDispatchInfo.Throw(first);
    }

    private static void Forward(Action work, ConcurrentQueue<Exception> faults)
    {
        try
        {
            work();
        }
        catch (Exception fault)
        {
            faults.Enqueue(fault);
        }
    }
}
