// What one variant changes in one replication.
using BudgetSim.Allocation.Settlement;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Claims (by position) that a variant settles again, as it reads them, and new awards that are known without that.</summary>
internal sealed class ChangedClaims
{
    /// <summary>The claims to be settled again; those of one enterprise stand together, in claim order.</summary>
    public List<int> Positions { get; } = [];

    /// <summary>The same as the variant reads them.</summary>
    public List<Claim> Claims { get; } = [];

    private List<int> Known { get; } = [];

    private List<Award> Awards { get; } = [];

    /// <summary>Adds every claim of the replication.</summary>
    public void AddAll(SettledReplication settled, Dictionary<int, Claim> renewed)
    {
        Positions.AddRange(Enumerable.Range(0, settled.Input.Claims.Count));
        Claims.AddRange(settled.Input.Claims.Select((claim, position) => renewed.GetValueOrDefault(position) ?? claim));
    }

    /// <summary>Adds an enterprise that must be settled again.</summary>
    public void AddUnknown(List<int> positions, List<Claim> claims)
    {
        Positions.AddRange(positions);
        Claims.AddRange(claims);
    }

    /// <summary>Adds an enterprise whose awards are known; those that stay are left out.</summary>
    public void AddKnown(SettledReplication settled, List<int> positions, List<Award> awards)
    {
        for (var index = 0; index < positions.Count; index++)
        {
            var (position, award) = (positions[index], awards[index]);
            if (award.IsUndetermined == settled.Unknown[position] && (award.IsUndetermined || award.Yuan == settled.Awarded[position]))
                continue;
            Known.Add(position);
            Awards.Add(award);
        }
    }

    /// <summary>All positions with new awards, given the awards of <see cref="Positions"/>.</summary>
    public (IReadOnlyList<int> Positions, IReadOnlyList<Award> Awards) With(ReadOnlySpan<Award> settled)
    {
        var (positions, awards) = (new int[Positions.Count + Known.Count], new Award[Positions.Count + Known.Count]);
        Positions.CopyTo(positions);
        Known.CopyTo(positions, Positions.Count);
        settled.CopyTo(awards);
        Awards.CopyTo(awards, Positions.Count);
        return (positions, awards);
    }
}
