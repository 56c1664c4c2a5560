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

/// <summary>One figure to remember, with what it is and a word on how it was got.</summary>
public sealed record KeyFigure(Text Label, Text Value, Text Note, Tone Tone = Tone.Plain);

/// <summary>What was proved: in one sentence, with details and figures.</summary>
public sealed record Certificate(bool IsProved, Text Statement)
{
    /// <summary>Further sentences.</summary>
    public IReadOnlyList<Text> Details { get; init; } = [];

    /// <summary>The figures behind the statement.</summary>
    public ReportTable? Table { get; init; }
}

/// <summary>One line of what it takes to repeat the run: seed, version, hash of an input.</summary>
public sealed record ManifestEntry(Text Name, string Value);
