// Over which range an assumption or a figure is in doubt, as the scenario's author states it.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Pools;

/// <summary>One end of a range: what a path is set to for it (a factor such as 75%, or P10, or a value), and how people read it.</summary>
public sealed record RangeEnd(string Setting, string Shown);

/// <summary>The ends of a range, the figure between them as it stands, and where the range is written.</summary>
public sealed record StatedRange(RangeEnd Low, string Now, RangeEnd High, Place Where = default);
