// The split with the least expected shortfall without transfers, exactly, by sorting.
using BudgetSim.Allocation.Optimization;
using BudgetSim.Allocation.Rounding;

namespace BudgetSim.Allocation.FundSplit;

/// <summary>
/// A yuan in a clause saves as many samples as still demand more than the clause has. These numbers only fall, so the yuan go
/// to the largest number first: in the end the chance of running short is the same in every clause that could take another yuan.
/// </summary>
public static class SplitBySorting
{
    /// <summary>A stretch of yuan of one clause that all save the same number of samples.</summary>
    private readonly record struct Stretch(int Clause, long Yuan, int Saved);

    /// <summary>The best split of a good, separable problem.</summary>
    public static FundSplitAnswer Solve(FundSplitProblem problem)
    {
        var amounts = problem.Clauses.Select(clause => clause.Floor).ToArray();
        var stretches = Enumerable.Range(0, amounts.Length).SelectMany(clause => StretchesOf(problem, clause))
            .OrderByDescending(stretch => stretch.Saved).ThenBy(stretch => stretch.Clause).ToList();
        var left = problem.Fund - amounts.Sum();
        var (last, next, isUnique) = (-1, 0, true);
        for (var k = 0; k < stretches.Count; k++)
        {
            var taken = Math.Min(left, stretches[k].Yuan);
            amounts[stretches[k].Clause] += taken;
            left -= taken;
            if (taken > 0) last = stretches[k].Saved;
            if (taken == stretches[k].Yuan) continue;
            next = stretches[k].Saved;
            isUnique = IsUniqueAt(stretches, k, taken, last);
            break;
        }

        if (left > 0) (last, isUnique) = (0, IsSpreadUnique(problem, amounts, left));
        var unallocated = Spread(problem, amounts, left);
        double samples = problem.Samples;
        var objective = SplitShortfall.Of(problem, amounts);
        return new FundSplitAnswer(SolverStatus.Optimal, [.. amounts], objective, objective)
        {
            Unallocated = unallocated,
            Price = new ShadowPrice(next / samples, last < 0 ? null : last / samples),
            IsUnique = isUnique,
            Method = "sorting",
        };
    }

    private static IEnumerable<Stretch> StretchesOf(FundSplitProblem problem, int clause)
    {
        var (floor, ceiling) = (problem.Clauses[clause].Floor, problem.Clauses[clause].Ceiling);
        var demands = Enumerable.Range(0, problem.Samples).Select(sample => problem.Demand[sample, clause]).Order().ToArray();
        var reached = floor;
        for (var k = 0; k < demands.Length; k++)
        {
            var until = Math.Min(demands[k], ceiling);
            if (until <= reached) continue;
            yield return new Stretch(clause, until - reached, demands.Length - k);
            reached = until;
        }
    }

    // Another split is as good if another clause could have taken or given yuan that save the same.
    private static bool IsUniqueAt(List<Stretch> stretches, int k, long taken, int last)
    {
        var clause = stretches[k].Clause;
        var saved = stretches[k].Saved;
        if (taken == 0 && saved != last) return true;
        return !stretches.Exists(other => other.Saved == saved && other.Clause != clause);
    }

    // Money that no sample needs has one place to go if it fills every ceiling, or if only one clause is below its own.
    private static bool IsSpreadUnique(FundSplitProblem problem, long[] amounts, long left)
    {
        Int128[] rooms = [.. problem.Clauses.Select((clause, c) => (Int128)(clause.Ceiling - amounts[c])).Where(room => room > 0)];
        return rooms.Length <= 1 || rooms.Aggregate((sum, room) => sum + room) <= left;
    }

    // Money that no sample needs follows the mean demand as far as the ceilings allow; what is above them stays.
    private static long Spread(FundSplitProblem problem, long[] amounts, long left)
    {
        while (left > 0)
        {
            var weights = problem.Clauses.Select((clause, c) => amounts[c] < clause.Ceiling ? 1 + MeanDemand(problem, c) : 0).ToArray();
            if (weights.All(weight => weight == 0)) return left;
            var shares = LargestRemainder.Apportion(left, weights);
            for (var c = 0; c < shares.Length; c++)
            {
                var taken = Math.Min(shares[c], problem.Clauses[c].Ceiling - amounts[c]);
                amounts[c] += taken;
                left -= taken;
            }
        }

        return 0;
    }

    private static long MeanDemand(FundSplitProblem problem, int clause)
    {
        Int128 sum = 0;
        for (var sample = 0; sample < problem.Samples; sample++) sum += problem.Demand[sample, clause];
        return (long)(sum / problem.Samples);
    }
}
