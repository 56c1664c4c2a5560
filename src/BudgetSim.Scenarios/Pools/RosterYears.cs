// Warns where a roster says of every year of a scenario what can hold in one.
using System.Text.RegularExpressions;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Pools;

/// <summary>
/// The rows of a roster stay as they are written over the years. Facts that tell a year, count years, look back or are new in a year are
/// then right in one year at most, and so is a date (warning BS862, once per roster).
/// </summary>
internal static partial class RosterYears
{
    /// <summary>
    /// The warnings of rosters that come up in more than one of the <paramref name="years"/>; only what a claimed measure reads counts.
    /// </summary>
    public static IEnumerable<Diagnostic> Warnings(
        IReadOnlyList<Population> populations, IReadOnlyList<Cohort> cohorts, LibraryTerms terms, IReadOnlyList<int> years)
    {
        var users = cohorts.Where(cohort => years.Count(cohort.Plan.Covers) > 1)
            .SelectMany(cohort => new[] { (cohort.Roster, cohort.Attributes, Cohort: cohort) }
                .Concat(populations.Where(owner => owner.Name == cohort.Population)
                    .Select(owner => (owner.Roster, owner.Attributes, Cohort: cohort))));
        foreach (var roster in users.Where(user => user.Roster is not null).GroupBy(user => user.Roster!.File, StringComparer.Ordinal))
        {
            var facts = roster.SelectMany(user => Stated(user.Roster!, user.Attributes).Where(fact => IsRead(fact, user.Cohort, terms)))
                .Distinct(StringComparer.Ordinal)
                .ToList();
            var hasDates = roster.Any(user => user.Cohort.Roster is { } rows
                && rows.Units.Any(unit => unit.Rows.Any(row => row.Date is not null)));
            if (facts.Count > 0 || hasDates)
                yield return SameEveryYear(
                    roster.Key, roster.Max(user => years.Count(user.Cohort.Plan.Covers)), hasDates ? [.. facts, "date"] : facts);
        }
    }

    // Titles overtake the column that they start with, and an empty column says nothing.
    private static IEnumerable<string> Stated(RosterUnits roster, IReadOnlyList<DrawnAttribute> attributes) =>
        attributes
            .Where(attribute => attribute.Draw is AttributeDraw.Column column && OfAYear().IsMatch(attribute.Name)
                && roster.Units.Any(unit => unit.Rows.Any(row => !row.Values[column.Index].IsNull)))
            .Select(attribute => attribute.Name);

    private static bool IsRead(string fact, Cohort cohort, LibraryTerms terms) =>
        cohort.Claims.Any(claim => terms.Compiled[terms.IndexOf(claim.Measure)].SlotOf(fact) >= 0);

    [GeneratedRegex(
        "^(?:new|newly|prior|first_time|is_first|is_new|years)_|_(?:this|in)_year$|(?:^|_)(?:completion|contribution|budget)_year$|^years_|_last_three_years$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfAYear();

    private static Diagnostic SameEveryYear(string file, int years, IReadOnlyCollection<string> facts) => Diagnostic.Warning(
        Place.Of(file), "BS862", $"the roster says the same in each of {years} years of what holds in one year: {Shown.Names(facts)}",
        "write one cohort per year with a roster of its own ('years: 2027'), or draw the fact in pool.yaml");
}
