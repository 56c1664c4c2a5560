// The parts of a report.
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Pages;

/// <summary>A part of a report: sentences, then charts, then tables.</summary>
public sealed record ReportSection(string Id, Text Title)
{
    /// <summary>Lower-case letters, digits and hyphens.</summary>
    public string Id { get; } = ReportId.Checked(Id);

    /// <summary>Sentences at the head of the part.</summary>
    public IReadOnlyList<Text> Paragraphs { get; init; } = [];

    /// <summary>Pictures, in order.</summary>
    public IReadOnlyList<Chart> Charts { get; init; } = [];

    /// <summary>Tables, in order.</summary>
    public IReadOnlyList<ReportTable> Tables { get; init; } = [];
}
