// Remembers what earlier claims of the settlement used of each ceiling.
namespace BudgetSim.Allocation.Settlement;

/// <summary>Amounts used, by measure, scope and object. One ledger holds money in yuan, another principal.</summary>
internal sealed class Ledger<T>(Func<T, T, T> add)
    where T : struct
{
    private readonly Dictionary<(int Measure, CapScope Scope, long Holder, int Year), T> _used = [];

    /// <summary>Forgets everything.</summary>
    public void Clear() => _used.Clear();

    /// <summary>What the drawers of a ceiling used of it for the object of <paramref name="claim"/>.</summary>
    public T Used(CapTerms cap, Claim claim, int position)
    {
        var sum = default(T);
        if (_used.Count == 0) return sum;
        var (holder, year) = Holder(cap, claim, position);
        for (var index = 0; index < cap.Drawers.Count; index++)
        {
            var drawer = cap.Drawers[index];
            if (_used.TryGetValue((drawer, cap.Scope, holder, year), out var used)) sum = add(sum, used);
        }

        return sum;
    }

    /// <summary>Notes that <paramref name="claim"/> used an amount of each of its measure's ceilings.</summary>
    public void Note(IReadOnlyList<CapTerms> caps, Claim claim, int position, T amount)
    {
        for (var index = 0; index < caps.Count; index++)
        {
            if (Repeats(caps, index)) continue;
            var (holder, year) = Holder(caps[index], claim, position);
            var key = (claim.Measure, caps[index].Scope, holder, year);
            _used[key] = _used.TryGetValue(key, out var before) ? add(before, amount) : amount;
        }
    }

    // Two ceilings of one scope read the same ledger line: it is written once.
    private static bool Repeats(IReadOnlyList<CapTerms> caps, int index)
    {
        for (var earlier = 0; earlier < index; earlier++)
        {
            if (caps[earlier].Scope == caps[index].Scope && caps[earlier].RenewsYearly == caps[index].RenewsYearly) return true;
        }

        return false;
    }

    // A missing item falls back to the project, a missing object to the claim itself.
    private static (long Holder, int Year) Holder(CapTerms cap, Claim claim, int position)
    {
        var keys = claim.Keys;
        var year = cap.RenewsYearly ? claim.Year : 0;
        return cap.Scope switch
        {
            CapScope.Item => (Object(keys.Item >= 0 ? keys.Item : keys.Project, keys.Item >= 0, position, keys.Enterprise), year),
            CapScope.Project => (Object(keys.Project, false, position, keys.Enterprise), year),
            CapScope.Event => (Object(keys.Event, true, position, keys.Enterprise), year),
            CapScope.EnterpriseYear => (keys.Enterprise, claim.Year),
            CapScope.EnterpriseLifetime => (keys.Enterprise, 0),
            CapScope.Park => (keys.Park >= 0 ? keys.Park : -1L - keys.Enterprise, year),
            CapScope.ProgrammeYear => (0, claim.Year),
            _ => (keys.Group, year),
        };
    }

    private static long Object(int key, bool first, int position, int enterprise) =>
        key >= 0 ? ((long)enterprise << 33) | ((long)key << 1) | (first ? 1L : 0L) : long.MinValue + position;
}
