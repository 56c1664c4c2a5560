// Every fault that a fund split can have.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Allocation.FundSplit;

/// <summary>Checks a problem before it is solved: BS440 to BS446.</summary>
public static class FundSplitFaults
{
    private const long Largest = SplitClause.NoCeiling;

    /// <summary>Everything that is wrong, all at <paramref name="where"/>.</summary>
    public static IReadOnlyList<Diagnostic> Of(FundSplitProblem problem, Place where)
    {
        var faults = new List<Diagnostic>();
        if (problem.Fund is < 0 or > Largest) faults.Add(BadFund(problem.Fund, where));
        foreach (var clause in problem.Clauses)
            if (clause.Floor < 0 || clause.Ceiling < clause.Floor || clause.Ceiling > Largest) faults.Add(BadRange(clause, where));
        if (faults.Count == 0 && problem.Clauses.Aggregate((Int128)0, (sum, clause) => sum + clause.Floor) is var floors
                && floors > problem.Fund)
            faults.Add(FloorsAboveFund(floors, problem.Fund, where));
        if (problem.Samples == 0 || problem.Demand.GetLength(1) != problem.Clauses.Length) faults.Add(BadShape(problem, where));
        else if (problem.Demand.Cast<long>().Any(demand => demand is < 0 or > Largest)) faults.Add(BadDemand(where));
        if (problem.Aim == SplitAim.ConditionalValueAtRisk && !(problem.Level is >= 0 and < 1)) faults.Add(BadLevel(problem.Level, where));
        if (!(problem.TransferShare is >= 0 and <= 1)) faults.Add(BadTransferShare(problem.TransferShare, where));
        return faults;
    }

    private static Diagnostic BadFund(long fund, Place where) =>
        Diagnostic.Error(where, "BS440", $"the fund must lie between 0 and 2^53 yuan, found {fund}", "write whole yuan");

    private static Diagnostic BadRange(SplitClause clause, Place where) =>
        Diagnostic.Error(
            where,
            "BS441",
            $"clause '{clause.Id}' has floor {clause.Floor} and ceiling {clause.Ceiling}",
            "write 0 <= floor <= ceiling <= 2^53");

    private static Diagnostic FloorsAboveFund(Int128 floors, long fund, Place where) =>
        Diagnostic.Error(where, "BS442", $"the floors sum to {floors} yuan, above the fund of {fund}", "lower a floor or raise the fund");

    private static Diagnostic BadShape(FundSplitProblem problem, Place where) =>
        Diagnostic.Error(
            where,
            "BS443",
            $"demand has {problem.Samples} samples of {problem.Demand.GetLength(1)} clauses, expected at least 1 of {problem.Clauses.Length}",
            "give every sample one demand per clause");

    private static Diagnostic BadDemand(Place where) =>
        Diagnostic.Error(where, "BS444", "a demand is negative or above 2^53 yuan", "demand is whole yuan from 0");

    private static Diagnostic BadLevel(double level, Place where) =>
        Diagnostic.Error(where, "BS445", $"the level must be from 0 to below 1, found {level}", "0.95 looks at the worst twentieth");

    private static Diagnostic BadTransferShare(double share, Place where) =>
        Diagnostic.Error(where, "BS446", $"the share that may be transferred must be from 0 to 1, found {share}", "0 allows no transfers");
}
