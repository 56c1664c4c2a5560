// Chooses among the candidates: by OR-Tools on a sample, tightened until it holds on all replications, and by looking at all where few.
using BudgetSim.Allocation.Optimization;

namespace BudgetSim.Scenarios.Laboratory.Designs;

/// <summary>The choice and what vouches for it.</summary>
internal static class DesignChoice
{
    private const int SolverSample = 200, Tightenings = 4;

    /// <summary>The best combination of the master's candidates.</summary>
    public static (IReadOnlyList<DesignCandidate> Chosen, DesignProof Proof) Of(
        DesignMaster master, ILinearSolver? solver, CancellationToken stop)
    {
        var proof = new DesignProof(master.Combinations, "", "", 0, IsExact: true, null);
        IReadOnlyList<DesignCandidate>? chosen = null;
        if (solver is not null && master.Question.Paths.Count > 1) (chosen, proof) = BySolver(master, solver, proof, stop);
        if (master.Combinations > DesignMaster.MostCombinations) return (chosen ?? Nearer(master), proof);
        var best = master.Exhaustive();
        var outcome = master.Outcome(best);
        proof = proof with { BestOfAll = master.Excess(outcome) == 0 ? master.Support(best, outcome) : null };
        return (chosen is null || master.Rank(best).CompareTo(master.Rank(chosen)) <= 0 ? best : chosen, proof);
    }

    // A choice that misses a target on all replications is asked for again with that target tightened by as much.
    private static (IReadOnlyList<DesignCandidate>?, DesignProof) BySolver(
        DesignMaster master, ILinearSolver solver, DesignProof proof, CancellationToken stop)
    {
        var sample = Math.Min(SolverSample, master.Reference.Finished);
        var slack = new double[master.Question.Targets.Count];
        for (var round = 0; round <= Tightenings; round++)
        {
            var (chosen, answer) = new DesignModel(master, sample).Solve(solver, slack, stop);
            proof = proof with { Solver = answer.Solver, Status = $"{answer.Status}", Sample = sample };
            if (chosen is null) return (null, proof);
            var outcome = master.Outcome(chosen);
            if (master.Excess(outcome) == 0) return (chosen, proof with { SolverSupport = master.Support(chosen, outcome) });
            for (var index = 0; index < slack.Length; index++) slack[index] += master.Question.Targets[index].Excess(outcome) * 1.05;
        }

        return (null, proof);
    }

    /// <summary>The combination nearest to the targets: by looking at all where they are few.</summary>
    public static IReadOnlyList<DesignCandidate> Closest(DesignMaster master) =>
        master.Combinations > DesignMaster.MostCombinations ? Nearer(master) : master.Exhaustive();

    // Too many to look at, and none meets the targets: block by block the candidate that comes nearest, until nothing comes nearer.
    private static IReadOnlyList<DesignCandidate> Nearer(DesignMaster master)
    {
        var chosen = master.Blocks.Select(block => block.Candidates.MinBy(candidate => master.Excess(candidate.Outcome))!).ToArray();
        for (var moved = true; moved;)
        {
            moved = false;
            for (var block = 0; block < chosen.Length; block++)
            {
                DesignCandidate[] With(DesignCandidate candidate) => [.. chosen[..block], candidate, .. chosen[(block + 1)..]];
                var best = master.Blocks[block].Candidates.MinBy(candidate => master.Rank(With(candidate)))!;
                if (master.Rank(With(best)).CompareTo(master.Rank(chosen)) >= 0) continue;
                chosen[block] = best;
                moved = true;
            }
        }

        return chosen;
    }
}
