// How long a solver may work, how close it must come, and by which method.
namespace BudgetSim.Allocation.Optimization;

/// <summary>How a model is solved.</summary>
public enum SolverMethod
{
    /// <summary>The simplex method where nothing is whole, selection where everything is, else branch and cut.</summary>
    Automatic,

    /// <summary>The simplex method; whole-number demands are dropped, so duals exist (the relaxation).</summary>
    Relaxation,

    /// <summary>Branch and cut over the linear relaxation: good at how much.</summary>
    BranchAndCut,

    /// <summary>Constraint programming with clause learning: good at which ones. Whole numbers, finite bounds.</summary>
    Selection,
}

/// <summary>
/// What a solve may use. <paramref name="DeterministicTime"/> counts work, not seconds (about one second each), so the same
/// model stops at the same place everywhere; <paramref name="WallTime"/> is the safety net after which the solver is
/// abandoned; <paramref name="RelativeGap"/> is the distance from the bound, as a share of the objective, that counts as
/// optimal (0: none); <paramref name="Seed"/> is at least 0.
/// </summary>
public sealed record SolverLimits(
    double DeterministicTime = 60,
    TimeSpan? WallTime = null,
    double RelativeGap = 0,
    int Seed = 1,
    SolverMethod Method = SolverMethod.Automatic)
{
    /// <summary>One minute's work, proved to the last unit.</summary>
    public static SolverLimits Default { get; } = new();

    /// <summary>
    /// The wall time that applies: as given, else five times the deterministic time and at least two minutes; at most a day.
    /// </summary>
    public TimeSpan EffectiveWallTime
    {
        get
        {
            var seconds = WallTime?.TotalSeconds ?? Math.Max(120, 5 * DeterministicTime);
            return TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.SecondsPerDay));
        }
    }
}
