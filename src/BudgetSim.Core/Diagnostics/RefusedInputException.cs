// Ends a command over an input whose fault only shows while it is worked on.
namespace BudgetSim.Core.Diagnostics;

/// <summary>The input is at fault and not the program, as <paramref name="fault"/> says; only hosts catch it.</summary>
public sealed class RefusedInputException(Diagnostic fault, Exception? inner = null) : Exception(fault?.ToString(), inner)
{
    /// <summary>What was found and how to mend it.</summary>
    public Diagnostic Fault { get; } = fault ?? throw new ArgumentNullException(nameof(fault));
}
