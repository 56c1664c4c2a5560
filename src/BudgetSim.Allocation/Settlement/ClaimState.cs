// Whether a claim has an amount, and if not, why.
namespace BudgetSim.Allocation.Settlement;

/// <summary>Whether a claim has an amount at all.</summary>
public enum ClaimState : byte
{
    /// <summary>It has an amount, perhaps 0.</summary>
    Known,

    /// <summary>The rules give nothing.</summary>
    Nothing,

    /// <summary>Its amount is not known; it is never 0.</summary>
    Undetermined,
}
