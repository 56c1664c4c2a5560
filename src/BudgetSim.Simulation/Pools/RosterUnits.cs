// Real enterprises with their projects and loans, as a roster lists them.
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Simulation.Pools;

/// <summary>One row: its facts <c>[column]</c>, the numbers of its objects (-1: not named), and its ISO date or null.</summary>
public sealed record RosterRow(IReadOnlyList<Value> Values, int Project, int Loan, int Item, int Event, int Group, int Park, string? Date);

/// <summary>An enterprise by its number and its rows, at least one, rows of a project side by side.</summary>
public sealed record RosterUnit(int Enterprise, IReadOnlyList<RosterRow> Rows);

/// <summary>
/// The enterprises of a roster. Taken as they are, each comes up once a year, in the order of the file, and what a growing count adds is
/// drawn among them; <paramref name="IsResampled"/>: whoever comes up is drawn.
/// </summary>
public sealed record RosterUnits(string File, IReadOnlyList<string> Columns, IReadOnlyList<RosterUnit> Units, bool IsResampled);

/// <summary>How many enterprises, objects, groups and parks are numbered.</summary>
public sealed record NamedObjects(int Enterprises, int Objects, int Groups, int Parks);
