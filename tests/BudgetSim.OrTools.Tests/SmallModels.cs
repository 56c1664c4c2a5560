// Random small models and their optimum by trying everything.
using BudgetSim.Allocation.Optimization;

namespace BudgetSim.OrTools.Tests;

/// <summary>Models of at most a few thousand combinations.</summary>
internal static class SmallModels
{
    /// <summary>Values from 0 to <paramref name="most"/>, signed coefficients, one to four rows, some of them with a floor.</summary>
    public static LinearModel Draw(Random random, int most)
    {
        var builder = new LinearModelBuilder();
        int[] all = [.. Enumerable.Range(0, random.Next(2, most == 1 ? 10 : 6))
            .Select(_ => builder.AddInteger(0, most, random.Next(-20, 100)))];
        for (var row = random.Next(1, 5); row > 0; row--)
        {
            double[] coefficients = [.. all.Select(_ => (double)random.Next(-10, 50))];
            var upper = random.Next(0, 60 * all.Length);
            builder.AddRow(random.Next(3) == 0 ? upper - random.Next(0, 100) : double.NegativeInfinity, upper, all, coefficients);
        }

        return builder.Build(maximise: random.Next(2) == 0);
    }

    /// <summary>The best objective over every combination, or null when none is feasible.</summary>
    public static double? BestOf(LinearModel model)
    {
        double? best = null;
        var values = new double[model.Variables.Length];
        do
        {
            if (!IsFeasible(model, values)) continue;
            var objective = values.Select((value, i) => value * model.Variables[i].Objective).Sum();
            if (best is null || (model.Maximise ? objective > best : objective < best)) best = objective;
        }
        while (Advance(model, values));
        return best;
    }

    private static bool IsFeasible(LinearModel model, double[] values)
    {
        for (var row = 0; row < model.Rows.Length; row++)
        {
            var activity = 0.0;
            for (var i = 0; i < model.Rows[row].Count; i++) activity += model.CoefficientsOf(row)[i] * values[model.ColumnsOf(row)[i]];
            if (activity < model.Rows[row].Lower || activity > model.Rows[row].Upper) return false;
        }

        return true;
    }

    private static bool Advance(LinearModel model, double[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (++values[i] <= model.Variables[i].Upper) return true;
            values[i] = 0;
        }

        return false;
    }
}
