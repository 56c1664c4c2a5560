// Says that no picture could be made, in one line that a user can act on.
namespace BudgetSim.Reports.Pictures;

/// <summary>No picture: the process is missing, died twice, or refused the chart.</summary>
public sealed class PaintingException : Exception
{
    /// <summary>With one line of text.</summary>
    public PaintingException(string message)
        : base(message)
    {
    }

    /// <summary>With the fault behind it.</summary>
    public PaintingException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
