// A command that ends with an exception tells it in one line and keeps the documented exit codes.
namespace BudgetSim.Cli.Tests;

public sealed class UnexpectedFaultTests
{
    [Fact]
    public void Fault_OfTheSystem_IsBadInput() =>
        Assert.Equal(
            (1,
             "budgetsim: error BS772: the system refused a file: No space left on device : '/a b'; make room on the disk or choose another place with --out; nothing was left half-written"),
            Told(new IOException("No space left on device : '/a b'")));

    [Fact]
    public void Fault_OfOurs_IsOneLineAndCodeThree() =>
        Assert.Equal(
            (3,
             "budgetsim: error BS773: a fault of ours, not of your files: InvalidOperationException: first second; please report this line with the command and its files"),
            Told(new InvalidOperationException("first\nsecond")));

    [Fact]
    public void Stop_ByTheUser_SaysNothing() => Assert.Equal((1, ""), Told(new OperationCanceledException()));

    private static (int Code, string Text) Told(Exception fault)
    {
        using var errors = new StringWriter();
        return (UnexpectedFault.Report(fault, errors), errors.ToString().TrimEnd());
    }
}
