// By which object an award is given only once.
namespace BudgetSim.Allocation.Settlement;

/// <summary>The object a once rule counts by, or an attribute whose value is part of the claim.</summary>
public enum OnceKey
{
    /// <summary>The enterprise.</summary>
    Enterprise,

    /// <summary>The item: a platform, product, centre, standard, equipment, recognition or person.</summary>
    Item,

    /// <summary>The project.</summary>
    Project,

    /// <summary>The event.</summary>
    Event,

    /// <summary>The park.</summary>
    Park,

    /// <summary>The budget year.</summary>
    Year,

    /// <summary>The value of an attribute that the rule names.</summary>
    Attribute,
}
