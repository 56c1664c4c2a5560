// By which object an award is given only once.
namespace BudgetSim.Allocation.Settlement;

/// <summary>The object a once rule counts by, or an attribute whose value is part of the claim.</summary>
public enum OnceKey
{
    Enterprise,
    Item,
    Project,
    Event,
    Park,
    Year,
    Attribute,
}
