// The numbers by which a subject's claims meet others: its enterprise, objects, group and park.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Replications;

/// <summary>
/// Enterprises of a population and of a roster keep their numbers over the years; an enterprise of its own is new each year, and so is
/// everything that a roster does not name.
/// </summary>
internal sealed class SubjectKeys(ulong seed, Cohort cohort, PopulationDraw? owner, KeyRing ring)
{
    private readonly Purpose _ownership = Purpose.Named(cohort.Name + "/owner");
    private readonly Purpose _group = Purpose.Named((owner?.Population.Name ?? cohort.Name) + "/group");
    private readonly Purpose _park = Purpose.Named((owner?.Population.Name ?? cohort.Name) + "/park");
    private SparseShuffle? _shuffle;
    private int _replication;
    private int _firstEnterprise;
    private int _firstObject;
    private int _enterprise;
    private int _project;

    /// <summary>The subject's enterprise within its population.</summary>
    public int Local { get; private set; }

    public void StartYear(int replication, int heads)
    {
        (_replication, _firstEnterprise) = (replication, owner is null ? ring.Enterprises(heads) : 0);
        _shuffle = owner is not null && cohort.IsDistinct ? new SparseShuffle(owner.Population.Count) : null;
    }

    /// <summary>
    /// The keys of a leaf; leaves are asked for in order, with <paramref name="files"/> false where only the order counts.
    /// </summary>
    public ClaimKeys Of(int head, int id, Leaf leaf, CohortHeads heads, bool files)
    {
        var isFirst = leaf is { Project: 0, Loan: 0 };
        if (isFirst
                && (files || _shuffle is not null || cohort.ProjectsEach is not null || cohort.LoansEach is not null
                    || cohort.Roster is not null))
            Enterprise(head, id, heads);
        if (leaf.Loan == 0 && (files || !isFirst || cohort.LoansEach is not null || cohort.Roster is not null)) _project = ring.Object();
        if (!files) return default;
        return leaf.Row is { } row ? RowKeys(row, heads.IsOriginal) : Numbered();
    }

    /// <summary>Gives each subject of a crowd an object of its own, which may be asked for in any order.</summary>
    public void StartCrowd(int heads) => _firstObject = ring.Objects(heads);

    /// <summary>The keys of a crowd's subject: an enterprise of its own with one object.</summary>
    public ClaimKeys OfCrowd(int head)
    {
        var thing = _firstObject + head;
        return new ClaimKeys(_firstEnterprise + head, thing, thing, thing, thing);
    }

    private void Enterprise(int head, int id, CohortHeads heads)
    {
        if (owner is null)
        {
            (Local, _enterprise) = (id, heads is { Unit: { } unit, IsOriginal: true } ? unit.Enterprise : _firstEnterprise + head);
            return;
        }

        if (cohort.Titled is not null)
        {
            (Local, _enterprise) = (head, owner.Global(head));
            return;
        }

        var count = owner.Population.Count;
        var uniform = RandomStream.For(seed, _replication, id, _ownership).Uniform(0);
        Local = _shuffle?.Next(uniform) ?? Math.Min((int)(uniform * count), count - 1);
        _enterprise = owner.Global(Local);
    }

    private ClaimKeys Numbered()
    {
        var leaf = cohort.LoansEach is null ? _project : ring.Object();
        var row = owner?.Population.Roster?.Units[Local].Rows[0];
        var group = row is { Group: >= 0 } ? row.Group : Draw(owner?.Population.Group ?? cohort.Group, _group);
        var park = row is { Park: >= 0 } ? row.Park : Draw(owner?.Population.Park ?? cohort.Park, _park);
        return new ClaimKeys(_enterprise, _project, leaf, leaf, leaf, group, park);
    }

    // A copy of an enterprise has projects and loans of its own, in the group and park of the original.
    private ClaimKeys RowKeys(RosterRow row, bool isOriginal)
    {
        int Named(int number) => isOriginal && number >= 0 ? number : ring.Object();
        var (group, park) = (row.Group >= 0 ? row.Group : Draw(cohort.Group, _group), row.Park >= 0 ? row.Park : Draw(cohort.Park, _park));
        return new ClaimKeys(
            _enterprise,
            isOriginal && row.Project >= 0 ? row.Project : _project,
            Named(row.Loan),
            Named(row.Item),
            Named(row.Event),
            group,
            park);
    }

    private int Draw(Membership? membership, Purpose purpose) =>
        membership is null ? -1 : membership.Draw(RandomStream.For(seed, _replication, Local, purpose).Uniform(0));
}
