// The fund split as a linear model.
using BudgetSim.Allocation.Optimization;

namespace BudgetSim.Allocation.FundSplit;

/// <summary>
/// Variables: the amounts a (0..C), then per sample the shortfall, and with transfers what is handed over. Money is in units of
/// <see cref="Unit"/> yuan, so that the numbers stay near 1.
/// </summary>
internal sealed record SplitModel(LinearModel Model, double Unit)
{
    public static SplitModel Build(FundSplitProblem problem) => new Building(problem).Build();

    private sealed class Building(FundSplitProblem problem)
    {
        private readonly LinearModelBuilder _builder = new();
        private readonly double _unit = Math.Max(1, problem.Fund / Math.Max(1.0, problem.Clauses.Length));

        public SplitModel Build()
        {
            foreach (var clause in problem.Clauses)
                _builder.AddContinuous(clause.Floor / _unit, Math.Min(clause.Ceiling, problem.Fund) / _unit);
            int[] amounts = [.. Enumerable.Range(0, problem.Clauses.Length)];
            _builder.AddSum(double.NegativeInfinity, problem.Fund / _unit, amounts);
            var threshold = problem.Aim == SplitAim.ConditionalValueAtRisk ? _builder.AddContinuous(0, double.PositiveInfinity, 1) : -1;
            for (var sample = 0; sample < problem.Samples; sample++) AddSample(sample, threshold);
            return new SplitModel(_builder.Build(maximise: false), _unit);
        }

        private void AddSample(int sample, int threshold)
        {
            double weight = 1.0 / problem.Samples;
            var shortfalls = new List<int>();
            var handed = new List<int>();
            for (var clause = 0; clause < problem.Clauses.Length; clause++)
                AddClause(sample, clause, threshold < 0 ? weight : 0, shortfalls, handed);
            if (handed.Count > 0) _builder.AddRow(0, 0, [.. handed], [.. handed.Select((_, place) => place % 2 == 0 ? 1.0 : -1.0)]);
            if (threshold < 0) return;
            // excess + threshold - Σ shortfall >= 0, the excess weighted 1 / ((1 - level) · samples)
            var excess = _builder.AddContinuous(0, double.PositiveInfinity, weight / (1 - problem.Level));
            _builder.AddRow(0, double.PositiveInfinity, [excess, threshold, .. shortfalls], [1, 1, .. shortfalls.Select(_ => -1.0)]);
        }

        // shortfall + amount + received - given >= demand, given <= share · amount
        private void AddClause(int sample, int clause, double weight, List<int> shortfalls, List<int> handed)
        {
            var demand = problem.Demand[sample, clause] / _unit;
            var shortfall = _builder.AddContinuous(0, demand, weight);
            shortfalls.Add(shortfall);
            if (problem.TransferShare == 0)
            {
                _builder.AddRow(demand, double.PositiveInfinity, [shortfall, clause], [1, 1]);
                return;
            }

            var given = _builder.AddContinuous(0, double.PositiveInfinity);
            var received = _builder.AddContinuous(0, double.PositiveInfinity);
            handed.AddRange([given, received]);
            _builder.AddRow(demand, double.PositiveInfinity, [shortfall, clause, received, given], [1, 1, 1, -1]);
            _builder.AddRow(double.NegativeInfinity, 0, [given, clause], [1, -problem.TransferShare]);
        }
    }
}
