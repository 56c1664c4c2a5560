// Tries every subject of a roster against every award of the policies.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Claims;

/// <summary>
/// A row is one subject: where the roster has no column for projects and loans, the row itself is the project and the loan, so that
/// non-duplication works. Only measures that read at least one column of the roster are tried.
/// </summary>
internal static class Roster
{
    public static ClaimList Try(IReadOnlyList<ClaimRow> rows, ClaimColumns columns, LibraryTerms terms)
    {
        var given = columns.Facts.Select(column => column.Attribute.Name).ToHashSet();
        var awards = terms.Compiled.Where(measure => measure.Measure.Effect == LedgerEffect.Award).ToList();
        var measures = awards.Where(measure => AskedFacts.Of(measure).Any(fact => given.Contains(fact.Name))).ToList();
        var claims = new List<FiledClaim>();
        var places = new List<Place>();
        foreach (var row in rows)
        {
            foreach (var claim in measures.Select(measure => Claim(row, measure)).Where(IsWorthListing))
            {
                claims.Add(claim);
                places.Add(row.Where);
            }
        }

        return new ClaimList(claims, places, rows.Count)
        {
            IsRoster = true,
            Tried = rows.Count * measures.Count,
            Lacking = Lacking(awards, given),
        };
    }

    private static FiledClaim Claim(ClaimRow row, CompiledMeasure measure) => new(
        $"{row.Id}:{measure.Measure.Id}",
        measure,
        row.Objects with { Project = row.Objects.Project ?? "row " + row.Id, Loan = row.Objects.Loan ?? "row " + row.Id },
        row.Date,
        row.Facts);

    private static bool IsWorthListing(FiledClaim claim)
    {
        var facts = claim.Date is null
            ? claim.Facts
            : new Dictionary<string, Value>(claim.Facts) { [claim.Measure.Measure.Validity.DateAttribute] = Value.Of(claim.Date) };
        var entitlement = Entitle.FromFacts(claim.Measure, claim.Measure.Frame(facts));
        return entitlement.IsUndetermined || (entitlement.Standing == Standing.Entitled && entitlement.Gross > Fraction.Zero);
    }

    private static List<LackingFact> Lacking(IEnumerable<CompiledMeasure> measures, HashSet<string> given) =>
        [.. measures
            .SelectMany(measure => AskedFacts.Of(measure).Where(slot => !given.Contains(slot.Name))
                .Select(slot => (slot, measure.Measure.Id)))
            .GroupBy(pair => pair.slot, pair => pair.Id)
            .Select(group => new LackingFact(group.Key, [.. group]))
            .OrderByDescending(lacking => lacking.Measures.Count)
            .ThenBy(lacking => lacking.Attribute.Name, StringComparer.Ordinal)];
}
