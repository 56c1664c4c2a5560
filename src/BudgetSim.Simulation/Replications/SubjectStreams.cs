// Where the random numbers of one subject come from, for itself and for what it belongs to.
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Replications;

/// <summary>The keys of the streams of an enterprise, its project and its loan; the first of each has the enterprise's own.</summary>
internal readonly record struct SubjectStreams(ulong Enterprise, ulong Project, ulong Loan, int Replication, int Subject)
{
    private static readonly Purpose Nested = Purpose.Named("nested subjects");

    /// <summary>The streams of a leaf of the enterprise <paramref name="subject"/>.</summary>
    public static SubjectStreams Of(ulong seed, int replication, int subject, Leaf leaf)
    {
        var project = Inner(seed, leaf.Project);
        return new SubjectStreams(seed, project, Inner(project, leaf.Loan), replication, subject);
    }

    /// <summary>The key for attributes of a level.</summary>
    public ulong SeedOf(ObjectLevel level) => level switch
    {
        ObjectLevel.Enterprise => Enterprise,
        ObjectLevel.Project => Project,
        _ => Loan,
    };

    private static ulong Inner(ulong key, int index) => index == 0 ? key : new RandomStream(key, 0, 0, Nested).Child(index).Key;
}
