// Checks who pays: known payers, and shares that never sum above one.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Checks.Documents;

/// <summary>Payers of measures.</summary>
internal static class PayerCheck
{
    public static IEnumerable<Diagnostic> Faults(CheckedDocument document)
    {
        var known = document.Document.Payers.Keys.ToList();
        foreach (var measure in document.Measures)
        {
            for (var index = 0; index < measure.Payers.Count; index++)
            {
                if (!known.Contains(measure.Payers[index].Payer))
                    yield return Unknown(document.At(measure, "payers", $"{index}", "payer"), measure.Payers[index].Payer, known);
            }

            if (LargestSum(measure) is { } sum && sum > 1) yield return AboveOne(document.At(measure, "payers"), measure, sum);
        }
    }

    private static Fraction? LargestSum(Measure measure)
    {
        var whens = measure.Payers.Select(payer => payer.When ?? new Expression.Literal(measure.At, Value.True)).ToList();
        var shares = measure.Payers.Select(payer => ExpressionParts.Constant(payer.Share, measure) ?? Fraction.Zero).ToList();
        return TruthCases.Of(whens)
            .Select(held => (Fraction?)shares.Where((_, index) => held[index]).Aggregate(Fraction.Zero, (sum, share) => sum + share))
            .Max();
    }

    private static Diagnostic Unknown(Place at, string payer, IReadOnlyList<string> known) =>
        Diagnostic.Error(
            at, "BS132", $"unknown payer '{payer}'; the document has {string.Join(", ", known)}", NearestName.Hint(payer, known));

    private static Diagnostic AboveOne(Place at, Measure measure, Fraction sum) => Diagnostic.Error(
        at, "BS131", $"the payers of {measure.Id} can come to {QuantityText.Format(sum * 100)}% together, expected at most 100%",
        "give conditions that do not hold together");
}
