// What a split falls short by in every sample.
namespace BudgetSim.Allocation.FundSplit;

/// <summary>The aim of given whole amounts, recomputed from the samples and nothing else.</summary>
public static class SplitShortfall
{
    /// <summary>The aim in yuan: the mean shortfall, or the mean of its worst samples.</summary>
    public static double Of(FundSplitProblem problem, IReadOnlyList<long> amounts)
    {
        var shortfalls = Enumerable.Range(0, problem.Samples).Select(sample => InSample(problem, amounts, sample)).ToArray();
        return problem.Aim == SplitAim.ExpectedShortfall ? shortfalls.Average() : WorstMean(shortfalls, problem.Level);
    }

    /// <summary>Open demand of one sample, after surplus clauses handed over what they may.</summary>
    public static double InSample(FundSplitProblem problem, IReadOnlyList<long> amounts, int sample)
    {
        double open = 0, offered = 0;
        for (var clause = 0; clause < amounts.Count; clause++)
        {
            var difference = problem.Demand[sample, clause] - amounts[clause];
            if (difference > 0) open += difference;
            else offered += Math.Min(-difference, problem.TransferShare * amounts[clause]);
        }

        return Math.Max(0, open - offered);
    }

    // The mean of the largest (1 - level) share of equally likely samples; a sample at the edge counts in part.
    private static double WorstMean(double[] shortfalls, double level)
    {
        var tail = (1 - level) * shortfalls.Length;
        double left = tail, sum = 0;
        foreach (var shortfall in shortfalls.OrderDescending())
        {
            var weight = Math.Min(1, left);
            if (weight <= 0) break;
            sum += weight * shortfall;
            left -= weight;
        }

        return sum / tail;
    }
}
