// Proves that a continuous model has no feasible values, without trusting the solver's word for it.
using System.Globalization;
using BudgetSim.Allocation.Optimization;
using BudgetSim.OrTools.Models;
using static OperationsResearch.MPModelRequest.Types;

namespace BudgetSim.OrTools.Methods;

/// <summary>
/// Lets every row be missed at a price of 1 a unit. If weak duality shows, in whole numbers, that some price must be paid, the
/// rows contradict one another (Farkas' lemma).
/// </summary>
internal static class Infeasibility
{
    /// <summary>The claim, checked and with the least sum of misses; or the claim as it was, unchecked.</summary>
    public static SolverAnswer Prove(LinearModel model, SolverAnswer claim, SolveContext context)
    {
        if (!context.MayGoOn) return claim;
        var priced = WithPricedMisses(model);
        var answer = context.AskLinear(LinearProto.RequestFrom(priced, SolverType.GlopLinearProgramming, context.Left), "GLOP");
        if (answer.RowDuals.Length != model.Rows.Length) return claim;
        double[] duals = [.. answer.RowDuals.Select(dual => Math.Clamp(dual, -1, 1))];
        var least = DualBound.From(priced, duals)?.ToDouble() ?? DualBound.Approximate(priced, duals);
        return least <= (model.IsIntegral ? 0 : AnswerCheck.Tolerance) || !double.IsFinite(least) ? claim : claim with
        {
            IsChecked = true,
            Message = string.Create(
                CultureInfo.InvariantCulture, $"no values satisfy every row: together they miss by at least {least:0.######}"),
        };
    }

    private static LinearModel WithPricedMisses(LinearModel model)
    {
        var builder = new LinearModelBuilder();
        foreach (var variable in model.Variables) builder.AddContinuous(variable.Lower, variable.Upper);
        for (var row = 0; row < model.Rows.Length; row++)
        {
            var below = builder.AddContinuous(0, double.PositiveInfinity, 1);
            var above = builder.AddContinuous(0, double.PositiveInfinity, 1);
            builder.AddRow(
                model.Rows[row].Lower,
                model.Rows[row].Upper,
                [.. model.ColumnsOf(row), below, above],
                [.. model.CoefficientsOf(row), 1, -1]);
        }

        return builder.Build(maximise: false);
    }
}
