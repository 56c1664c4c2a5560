// The budget line that pays the extra of an uplift.
namespace BudgetSim.Allocation.Settlement;

/// <summary>Money of a budget line from which the extra of an uplift is paid.</summary>
public readonly record struct UpliftPot(int Pot)
{
    /// <summary>The line is known to be enough.</summary>
    public static UpliftPot Unlimited => new(-1);

    /// <summary>Nothing is known about the line.</summary>
    public static UpliftPot Unknown => new(-2);
}
