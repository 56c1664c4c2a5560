// Whether a figure of a report is good news.
namespace BudgetSim.Reports.Pages;

/// <summary>Whether a figure is good news.</summary>
public enum Tone
{
    /// <summary>Neither.</summary>
    Plain,

    /// <summary>Safe.</summary>
    Good,

    /// <summary>To be watched.</summary>
    Warning,
}
