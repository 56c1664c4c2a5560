// The faults of a ledger of earlier payments.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Pools;

/// <summary>Faults BS740 to BS744.</summary>
internal static class LedgerFaults
{
    public static Diagnostic Nobody(string file, int payments) =>
        Diagnostic.Warning(
            Place.Of(file),
            "BS740",
            $"payments that name no enterprise or sum up several count for nobody: {payments}",
            "write one payment a row with its enterprise");

    public static Diagnostic UsesUpNothing(Place where, string measure, string what, int payments) =>
        Diagnostic.Warning(
            where,
            "BS741",
            $"{measure} is paid once for each '{what}', and {payments} of its payments do not say it: they leave later claims as they are",
            $"add the column '{what}'");

    public static Diagnostic NoPrincipal(Place where, string measure, int payments) =>
        Diagnostic.Warning(
            where,
            "BS742",
            $"{measure} limits the principal, and {payments} of its payments do not say how much was subsidised: it is taken as 0",
            "add the column 'principal'");

    public static Diagnostic NobodyKnown(Place where, string file, string first, IEnumerable<string> known) =>
        Diagnostic.Error(
            where,
            "BS743",
            $"none of the enterprises of {file} stands in a roster of the pool",
            NearestName.Hint(first, known) is { Length: > 0 } near ? near : "write the names as they stand there, sign by sign");

    public static Diagnostic NoRoster(Place where) =>
        Diagnostic.Error(
            where,
            "BS744",
            "'paid_before' has no use: no cohort or population has a roster",
            "invented enterprises have no past; their attributes can say it, such as already_paid: { chance: 20% }");
}
