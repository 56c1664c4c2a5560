// The claims of a file, each with its place.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Simulation.Settlement;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Scenarios.Claims;

/// <summary>A fact that a roster does not have and the measures that read it; its default is assumed, if it has one.</summary>
public sealed record LackingFact(Attribute Attribute, IReadOnlyList<string> Measures);

/// <summary>
/// Claims in file order with the place of their rows, <c>[claim]</c>. A roster is tried against every measure; its claims are what
/// it is entitled to or what lacks a fact, and <see cref="Subjects"/> counts its rows.
/// </summary>
public sealed record ClaimList(IReadOnlyList<FiledClaim> Claims, IReadOnlyList<Place> Places, int Subjects)
{
    /// <summary>Whether the file names no measures.</summary>
    public bool IsRoster { get; init; }

    /// <summary>For a roster: pairs of a row and a measure that were read.</summary>
    public int Tried { get; init; }

    /// <summary>For a roster: facts that rules read and the roster does not have, the most read first.</summary>
    public IReadOnlyList<LackingFact> Lacking { get; init; } = [];
}
