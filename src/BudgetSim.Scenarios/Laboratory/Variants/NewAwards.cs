// The claims of a replication that a variant awards anew, set against what they were awarded before.
using BudgetSim.Allocation.Settlement;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>The claims at <paramref name="Positions"/> with their new <paramref name="Awards"/>, before any fund's cut.</summary>
internal readonly record struct NewAwards(SettledReplication Settled, IReadOnlyList<int> Positions, IReadOnlyList<Award> Awards)
{
    /// <summary>
    /// Every award in yuan and whether it is undetermined, <c>[claim]</c>; the replication's own arrays where nothing changed.
    /// </summary>
    public (long[] Awarded, bool[] Unknown) Merged()
    {
        if (Positions.Count == 0) return (Settled.Awarded, Settled.Unknown);
        var (awarded, unknown) = ((long[])Settled.Awarded.Clone(), (bool[])Settled.Unknown.Clone());
        for (var index = 0; index < Positions.Count; index++)
        {
            awarded[Positions[index]] = Awards[index].IsUndetermined ? 0 : Awards[index].Yuan;
            unknown[Positions[index]] = Awards[index].IsUndetermined;
        }

        return (awarded, unknown);
    }

    // The change of the Awards of outlays, of one fund and year or of all.
    public long Change(int? fund, int year)
    {
        long change = 0;
        for (var index = 0; index < Positions.Count; index++)
        {
            var terms = Settled.Terms(Positions[index]);
            if (!terms.IsOutlay || (fund is { } only && (terms.Fund != only || Settled.Input.Claims[Positions[index]].Year != year)))
                continue;
            change += (Awards[index].IsUndetermined ? 0 : Awards[index].Yuan) - Settled.Awarded[Positions[index]];
        }

        return change;
    }

    /// <summary>Whether a claim on the fund's year is among them.</summary>
    public bool Touches(int fund, int year)
    {
        foreach (var position in Positions)
        {
            if (Settled.Terms(position).Fund == fund && Settled.Input.Claims[position].Year == year) return true;
        }

        return false;
    }

    /// <summary>How many more enterprises are awarded something; claims that were not settled again are as they were.</summary>
    public int AddedEnterprises()
    {
        var (more, known) = (0, new Dictionary<int, int>());
        for (var index = 0; index < Positions.Count; index++)
        {
            var (before, after) = (Settled.Awarded[Positions[index]] > 0, !Awards[index].IsUndetermined && Awards[index].Yuan > 0);
            if (before == after) continue;
            var enterprise = Settled.Input.Claims[Positions[index]].Keys.Enterprise;
            known[enterprise] = known.GetValueOrDefault(enterprise) + (after ? 1 : -1);
        }

        foreach (var (enterprise, change) in known)
        {
            var before = Settled.AwardedClaims(enterprise);
            more += (before + change > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
        }

        return more;
    }
}
