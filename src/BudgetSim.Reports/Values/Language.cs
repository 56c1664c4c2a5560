// The two languages in which everything is said.
namespace BudgetSim.Reports.Values;

/// <summary>A language of the report.</summary>
public enum Language
{
    /// <summary>Simplified Chinese.</summary>
    Zh,

    /// <summary>English.</summary>
    En,
}
