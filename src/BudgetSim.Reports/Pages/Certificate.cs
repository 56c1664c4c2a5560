// What was proved about the figures of a report.
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Pages;

/// <summary>What was proved: in one sentence, with details and figures.</summary>
public sealed record Certificate(bool IsProved, Text Statement)
{
    /// <summary>Further sentences.</summary>
    public IReadOnlyList<Text> Details { get; init; } = [];

    /// <summary>The figures behind the statement.</summary>
    public ReportTable? Table { get; init; }
}
