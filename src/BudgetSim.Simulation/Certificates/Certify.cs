// Re-solves a sample of replications with a solver and compares: the difference must be 0 yuan.
using BudgetSim.Allocation.Optimization;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Simulation.Certificates;

/// <summary>One replication's comparison in yuan; <see cref="Failure"/> says why there is none.</summary>
public sealed record ReplicationCheck(int Replication, long Statutory, long? Solver, int ClaimsLeftOut, string Failure)
{
    /// <summary>How many claims were filed in it.</summary>
    public int Claims { get; init; }

    /// <summary>Which solver and method gave the answer.</summary>
    public string Method { get; init; } = "";

    /// <summary>Solver less settlement, or null if the solver proved nothing.</summary>
    public long? Difference => Solver - Statutory;
}

/// <summary>The comparisons of a sample of replications.</summary>
public sealed record SampleCertificate(IReadOnlyList<ReplicationCheck> Checks)
{
    /// <summary>The largest difference in yuan over the replications that were proved; null if none was.</summary>
    public long? LargestDifference =>
        Proved == 0 ? null : Checks.Where(check => check.Difference is not null).Max(check => Math.Abs(check.Difference!.Value));

    /// <summary>How many replications the solver proved.</summary>
    public int Proved => Checks.Count(check => check.Difference is not null);

    /// <summary>Claims of the sample that were left out on both sides.</summary>
    public int ClaimsLeftOut => Checks.Sum(check => check.ClaimsLeftOut);

    /// <summary>All claims of the sample.</summary>
    public int Claims => Checks.Sum(check => check.Claims);

    /// <summary>Whether every replication of the sample was proved without a difference.</summary>
    public bool Holds => Checks.Count > 0 && Checks.All(check => check.Difference == 0);
}

/// <summary>The check of the fast settlement by a solver.</summary>
public static class Certify
{
    /// <summary>Checks <paramref name="sample"/> replications spread evenly over those that were finished.</summary>
    public static SampleCertificate Sample(
        ScenarioModel model, int finished, int sample, ILinearSolver solver, SolverLimits limits, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(solver);
        var replicate = new Replicate(model);
        var count = Math.Min(sample, finished);
        var checks = new List<ReplicationCheck>(count);
        for (var index = 0; index < count && !stop.IsCancellationRequested; index++)
            checks.Add(Check(replicate, (int)((long)index * finished / count), solver, limits, stop));
        return new SampleCertificate(checks);
    }

    private static ReplicationCheck Check(
        Replicate replicate, int number, ILinearSolver solver, SolverLimits limits, CancellationToken stop)
    {
        var (input, result) = replicate.Run(number);
        var model = ReplicationModel.From(input, result);
        var answer = Best(model.Model, solver, limits, stop);
        var isProved = answer.Status == SolverStatus.Optimal;
        return new ReplicationCheck(
            number,
            model.Statutory,
            isProved ? (long)Math.Round(answer.Objective) : null,
            model.ClaimsLeftOut,
            isProved ? "" : $"{answer.Status}: {answer.Message}")
        {
            Claims = input.Claims.Count,
            Method = answer.Solver,
        };
    }

    // Nearly every lane, loan and ceiling stands alone, which clause learning sees at once; what it leaves open is worked on by every
    // method.
    private static SolverAnswer Best(LinearModel model, ILinearSolver solver, SolverLimits limits, CancellationToken stop)
    {
        var selected = solver.Solve(model, limits with { Method = SolverMethod.Selection }, stop);
        return selected.Status == SolverStatus.Optimal ? selected : solver.Solve(model, limits, stop);
    }
}
