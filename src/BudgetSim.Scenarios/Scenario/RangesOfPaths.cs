// Reads the ranges that a scenario states for figures of the text, appropriations and parameters.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Pools;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>A path and its range as they stand in the file.</summary>
internal sealed record WrittenRange(string Path, string Text, Place PathWhere, Place Where);

/// <summary>
/// The part <c>ranges</c> of a scenario: <c>fuzhou-2026-5/a3.1/cap: 300万..800万</c>, <c>funds/FUND: 2000万..4000万</c>, <c>parameters/NAME:
/// 80%..100%</c>.
/// </summary>
internal static class RangesOfPaths
{
    private const string Funds = "funds/", Parameters = "parameters/", Pool = "pool/";

    /// <summary>The ranges whose path and values are right; each end is set as it is written.</summary>
    public static IReadOnlyList<(string Path, StatedRange Range)> Read(
        IReadOnlyList<WrittenRange> written, LibraryTerms terms, List<Diagnostic> faults)
    {
        var ranges = new List<(string, StatedRange)>();
        foreach (var one in written)
        {
            var ends = one.Text.Split("..");
            if (!IsKnown(one.Path, terms)) faults.Add(Unknown(one, terms));
            else if (ends.Length != 2 || !ScalarText.TryNumber(ends[0].Trim(), out var low)
                    || !ScalarText.TryNumber(ends[1].Trim(), out var high) || low.Sign < 0 || low >= high)
                faults.Add(NoValues(one));
            else if (FigureBounds.Fault(one.Where, one.Path.Split('/')[^1], high) is { } fault) faults.Add(fault);
            else ranges.Add((one.Path, new StatedRange(End(ends[0]), "", End(ends[1]), one.Where)));
        }

        return ranges;
    }

    /// <summary>The ranges whose figures another model has as well.</summary>
    public static IReadOnlyDictionary<string, StatedRange> Known(IReadOnlyDictionary<string, StatedRange> ranges, ScenarioModel model)
    {
        var claims = model.Pool.Cohorts.SelectMany(cohort => cohort.Claims.Select(claim => $"{Pool}{cohort.Name}/take_up/{claim.Measure}"))
            .ToHashSet();
        var owners = model.Pool.Cohorts.Select(cohort => cohort.Name)
            .Concat(model.Pool.Populations.Select(population => population.Name))
            .Select(name => $"{Pool}{name}/")
            .ToList();
        bool IsThere(string path) => !path.StartsWith(Pool, StringComparison.Ordinal) ? IsKnown(path, model.Terms)
            : path.Contains("/take_up/", StringComparison.Ordinal) ? claims.Contains(path)
            : owners.Exists(owner => path.StartsWith(owner, StringComparison.Ordinal));
        return ranges.Where(range => IsThere(range.Key)).ToDictionary();
    }

    private static RangeEnd End(string text) => new(text.Trim(), text.Trim());

    private static bool IsKnown(string path, LibraryTerms terms)
    {
        if (path.StartsWith(Funds, StringComparison.Ordinal)) return terms.FundIndex(path[Funds.Length..]) >= 0;
        if (path.StartsWith(Parameters, StringComparison.Ordinal))
            return terms.Library.Vocabulary.Find(path[Parameters.Length..]) is { IsParameter: true, Kind: ValueKind.Number };
        return Figures(terms).Contains(path);
    }

    private static IEnumerable<string> Figures(LibraryTerms terms) =>
        terms.Compiled.SelectMany(compiled => compiled.Measure.Figures.Where(figure => figure.Value.Kind == ValueKind.Number)
            .Select(figure => $"{compiled.Measure.Id}/{figure.Key}"));

    private static Diagnostic Unknown(WrittenRange one, LibraryTerms terms)
    {
        var known = Figures(terms).Concat(terms.Funds.Select(fund => Funds + fund.Id))
            .Concat(terms.Library.Vocabulary.All.Where(attribute => attribute is { IsParameter: true, Kind: ValueKind.Number })
                .Select(attribute => Parameters + attribute.Name));
        var near = NearestName.Hint(one.Path, known);
        return Diagnostic.Error(
            one.PathWhere,
            "BS753",
            $"'{one.Path}' is no figure, fund or number parameter of this scenario",
            near.Length > 0 ? near : "write DOCUMENT/MEASURE/FIGURE, funds/FUND or parameters/NAME; ranges of the pool stand in the pool");
    }

    private static Diagnostic NoValues(WrittenRange one) =>
        Diagnostic.Error(
            one.Where,
            "BS754",
            $"the range of '{one.Path}' goes from a value of at least 0 to a larger one, found {Shown.Text(one.Text)}",
            "write 300万..800万, or 2%..4% for a share");
}
