// The scopes of ceilings, as the documents write them: "per project", "per enterprise and year", "per park".
namespace BudgetSim.Core.Terms;

/// <summary>For what and how long a ceiling runs.</summary>
public enum CapScope
{
    Item,
    Event,
    Project,
    EnterpriseYear,
    EnterpriseLifetime,
    Park,
    ProgrammeYear,
    Group,
}
