// The rows blamed for a contradiction contradict, and none of them is needless.
using BudgetSim.Allocation.Optimization;

namespace BudgetSim.Allocation.Tests.Optimization;

public sealed class ConflictSetTests
{
    private const double None = double.PositiveInfinity;

    // Two floors of 60 in a fund of 100: the quota and the third floor have nothing to do with it.
    [Fact]
    public void Find_FloorsAboveTheFund_BlamesFundAndBothFloors()
    {
        var builder = new LinearModelBuilder();
        int[] clauses = [builder.AddInteger(0, 100, 1), builder.AddInteger(0, 100, 1), builder.AddInteger(0, 100, 1)];
        builder.AddSum(-None, 250, clauses);
        builder.AddSum(-None, 100, [clauses[0], clauses[1]]);
        builder.AddSum(60, None, [clauses[0]]);
        builder.AddSum(5, None, [clauses[2]]);
        builder.AddSum(60, None, [clauses[1]]);
        Assert.Equal([1, 2, 4], ConflictSet.Find(builder.Build(maximise: true), new TriesEverything(), SolverLimits.Default));
    }

    [Fact]
    public void Find_FeasibleModel_BlamesNothing()
    {
        var builder = new LinearModelBuilder();
        builder.AddSum(1, 1, [builder.AddBoolean(1)]);
        Assert.Empty(ConflictSet.Find(builder.Build(maximise: true), new TriesEverything(), SolverLimits.Default));
    }

    // Ten rows over three choices, of which pairs contradict in many ways: whatever is blamed must be irreducible.
    [Fact]
    public void Find_RandomContradictions_AreIrreducible()
    {
        var random = new Random(3);
        var solver = new TriesEverything();
        var found = 0;
        for (var i = 0; i < 60; i++)
        {
            var model = TenRows(random);
            var blamed = ConflictSet.Find(model, solver, SolverLimits.Default);
            if (blamed.IsEmpty) continue;
            found++;
            Assert.True(Contradict(blamed));
            Assert.All(blamed, row => Assert.False(Contradict(blamed.Remove(row))));

            bool Contradict(IEnumerable<int> rows) =>
                solver.Solve(ConflictSet.OnlyRows(model, rows), SolverLimits.Default).Status == SolverStatus.Infeasible;
        }

        Assert.InRange(found, 10, 60);
    }

    private static LinearModel TenRows(Random random)
    {
        var builder = new LinearModelBuilder();
        int[] all = [builder.AddInteger(0, 3, 1), builder.AddInteger(0, 3, 1), builder.AddInteger(0, 3, 1)];
        for (var row = 0; row < 10; row++)
        {
            double[] coefficients = [.. all.Select(_ => (double)random.Next(-3, 4))];
            builder.AddRow(random.Next(2) == 0 ? random.Next(-1, 3) : -None, random.Next(2, 9), all, coefficients);
        }

        return builder.Build(maximise: true);
    }

    /// <summary>Feasible or not, by trying every combination of values up to 100.</summary>
    private sealed class TriesEverything : ILinearSolver
    {
        public SolverAnswer Solve(LinearModel model, SolverLimits limits, CancellationToken cancellation = default)
        {
            var step = model.Variables[0].Upper > 10 ? 5 : 1;
            var values = new double[model.Variables.Length];
            do
            {
                if (AnswerCheck.Verify(model, values).IsFeasible)
                    return new SolverAnswer { Status = SolverStatus.Optimal, Values = [.. values] };
            }
            while (Advance(model, values, step));
            return SolverAnswer.Without(SolverStatus.Infeasible, "");
        }

        private static bool Advance(LinearModel model, double[] values, int step)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] += step;
                if (values[i] <= model.Variables[i].Upper) return true;
                values[i] = 0;
            }

            return false;
        }
    }
}
