// Who or what a ceiling is counted for.
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement.Steps.State;

/// <summary>
/// The object and year under which a claim draws on a ceiling; <paramref name="Year"/> is 0 for a ceiling that does not renew.
/// </summary>
internal readonly record struct CapHolder(long Object, int Year) : IComparable<CapHolder>
{
    /// <summary>A missing item falls back to the project, a missing object to the claim itself.</summary>
    public static CapHolder Of(CapScope scope, bool renewsYearly, Claim claim, int position)
    {
        var keys = claim.Keys;
        var year = renewsYearly ? claim.Year : 0;
        return scope switch
        {
            CapScope.Item => new(OwnObject(keys.Item >= 0 ? keys.Item : keys.Project, keys.Item >= 0, position, keys.Enterprise), year),
            CapScope.Project => new(OwnObject(keys.Project, false, position, keys.Enterprise), year),
            CapScope.Event => new(OwnObject(keys.Event, true, position, keys.Enterprise), year),
            CapScope.EnterpriseYear => new(keys.Enterprise, claim.Year),
            CapScope.EnterpriseLifetime => new(keys.Enterprise, 0),
            CapScope.Park => new(keys.Park >= 0 ? keys.Park : -1L - keys.Enterprise, year),
            CapScope.ProgrammeYear => new(0, claim.Year),
            _ => new(keys.Group, year),
        };
    }

    public int CompareTo(CapHolder other) => Object != other.Object ? Object.CompareTo(other.Object) : Year.CompareTo(other.Year);

    private static long OwnObject(int key, bool first, int position, int enterprise) =>
        key >= 0 ? ((long)enterprise << 33) | ((long)key << 1) | (first ? 1L : 0L) : long.MinValue + position;
}
