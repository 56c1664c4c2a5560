// A column of a table of texts.
namespace BudgetSim.Cli.Writing;

/// <summary>
/// The head of a column; numbers stand on the right. Neither they nor what <see cref="IsKey"/> says is ever cut: a name that one types
/// again is of no use in part.
/// </summary>
internal sealed record TextColumn(string Text, bool IsNumber = false, bool IsKey = false)
{
    /// <summary>Whether its cells are never cut.</summary>
    public bool IsWhole => IsNumber || IsKey;
}
