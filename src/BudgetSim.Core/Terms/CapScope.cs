// The scopes of ceilings, as the documents write them: "per project", "per enterprise and year", "per park".
namespace BudgetSim.Core.Terms;

/// <summary>For what and how long a ceiling runs.</summary>
public enum CapScope
{
    /// <summary>One item: a platform, product, centre, standard, equipment, recognition or person.</summary>
    Item,

    /// <summary>One event.</summary>
    Event,

    /// <summary>One project over its whole life.</summary>
    Project,

    /// <summary>One enterprise in one year.</summary>
    EnterpriseYear,

    /// <summary>One enterprise for good.</summary>
    EnterpriseLifetime,

    /// <summary>One park.</summary>
    Park,

    /// <summary>All claims of a programme in one year.</summary>
    ProgrammeYear,

    /// <summary>All enterprises of one group together.</summary>
    Group,
}
