// A figure to remember, at the head of a report.
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Pages;

/// <summary>One figure to remember, with what it is and a word on how it was got.</summary>
public sealed record KeyFigure(Text Label, Text Value, Text Note, Tone Tone = Tone.Plain);
