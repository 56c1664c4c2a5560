// Reads when a run has enough replications: "P95 of total within 2%".
using System.Globalization;
using System.Text.RegularExpressions;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>
/// A quantile, what it is of (total, a measure, a fund), and the width of its 95 % interval relative to it; <c>2%</c> alone means the P95
/// of the total.
/// </summary>
internal static partial class PrecisionText
{
    public static PrecisionTarget? Read(string text, Place where, List<Diagnostic> faults)
    {
        var match = Form().Match(text.Trim());
        if (match.Success && ScalarText.TryNumber(match.Groups["width"].Value, out var width) && width.Sign > 0 && width < 1)
        {
            var quantile = match.Groups["quantile"] is { Success: true, Value: var written }
                ? double.Parse(written, CultureInfo.InvariantCulture) / 100
                : 0.95;
            if (quantile is > 0 and < 1)
                return new PrecisionTarget(
                    match.Groups["of"] is { Success: true, Value: var of } ? of : PrecisionTarget.Total, quantile, width.ToDouble());
        }

        faults.Add(Diagnostic.Error(
            where,
            "BS357",
            $"a precision is a quantile, what it is of, and a width above 0% and below 100%, found '{text}'",
            "write P95 of total within 2%, or 2%"));
        return null;
    }

    /// <summary>The fault of a precision of something that the scenario does not have.</summary>
    public static Diagnostic? Unknown(PrecisionTarget? target, Place where, ScenarioModel model) =>
        target is null || target.IsKnownTo(model)
            ? null
            : Diagnostic.Error(
                where,
                "BS358",
                $"no measure or fund '{target.Of}' whose precision could be judged",
                NearestName.Hint(
                    target.Of,
                    [
                        PrecisionTarget.Total,
                        .. model.Terms.Funds.Select(fund => fund.Id),
                        .. model.Terms.Measures.Select(measure => measure.Id),
                    ]));

    [GeneratedRegex(
        @"^([Pp](?<quantile>[0-9]{1,2}(\.[0-9]+)?) +(of +)?(?<of>\S+) +within +)?(?<width>[0-9.]+ *[%‰]?)$", RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Form();
}
