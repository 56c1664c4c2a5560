// A ceiling as the settlement applies it.
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement;

/// <summary>A ceiling: its scope, whether it renews each year, and the measures (by index, itself included) that draw on it.</summary>
public sealed record CapTerms(CapScope Scope, bool RenewsYearly, IReadOnlyList<int> Drawers)
{
    /// <summary>Whether awards above it are cut in proportion, after all other ceilings, and not in the order of the claims.</summary>
    public bool CutsProRata { get; init; }

    /// <summary>Whether it binds several claims together and not each by itself.</summary>
    internal bool IsJoint => CutsProRata || Scope == CapScope.Group;
}
