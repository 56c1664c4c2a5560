// A fault on a working thread reaches the one who asked for the work, instead of ending the process.
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Simulation.Tests.Replications;

public sealed class WorkingThreadsTests
{
    [Fact]
    public void Fault_OnOneThread_IsThrownWhenAllHaveEnded()
    {
        var ended = 0;
        var fault = Assert.Throws<OverflowException>(() => WorkingThreads.Run(4, number =>
        {
            if (number == 2) throw new OverflowException("too large");
            Interlocked.Increment(ref ended);
        }));
        Assert.Equal(("too large", 3), (fault.Message, ended));
    }

    // A command that was told to stop ends although a thread still reads a large file.
    [Fact]
    public void Threads_AtWork_DoNotKeepTheProcessAlive() => WorkingThreads.Run(2, _ => Assert.True(Thread.CurrentThread.IsBackground));
}
