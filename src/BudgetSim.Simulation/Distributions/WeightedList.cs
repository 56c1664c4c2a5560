// A list of values with weights, written "500万: 0.5, 800万: 0.3, 1000万: 0.2".
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Simulation.Distributions;

/// <summary>Reads value-colon-weight entries; the weights are exact and sum to 1.</summary>
internal static class WeightedList
{
    internal static Empirical? Make(List<DistributionToken> tokens, Place where, List<Diagnostic> faults)
    {
        var entries = new List<(double Value, double Weight)>();
        var sum = Fraction.Zero;
        for (var i = 0; i < tokens.Count; i += 3)
        {
            if (!IsEntry(tokens, i))
            {
                faults.Add(DistributionFaults.Missing(tokens[i].Where, "a list", $"'value: weight' at '{tokens[i].Text}'"));
                return null;
            }

            var weight = tokens[i + 2].Number;
            if (weight.Sign <= 0)
                faults.Add(DistributionFaults.Impossible(
                    tokens[i + 2].Where, $"the weight is {tokens[i + 2].Text}", "a weight is above 0; leave out what cannot happen"));
            entries.Add((tokens[i].Number.ToDouble(), weight.ToDouble()));
            sum += weight;
        }

        if (sum != Fraction.One) faults.Add(DistributionFaults.WeightsDoNotSum(where, QuantityText.Format(sum)));
        return faults.Count > 0 ? null : new Empirical(entries);
    }

    private static bool IsEntry(List<DistributionToken> tokens, int at) =>
        at + 2 < tokens.Count && tokens[at].IsNumber && tokens[at + 1].Text == ":" && tokens[at + 2].IsNumber;
}
